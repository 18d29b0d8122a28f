core=$(perl -MConfig -e 'print $Config{archlibexp}')/CORE
flags="$CFLAGS -I$core $(perl -MConfig -e 'print $Config{ccflags}') -w"

for file in forgotten passed; do
    echo "$file.c: $($CC $flags -c $file.c 2>&1 | grep -o 'error: .*' || echo 'compiles')"
done
sed /PERL_NO_GET_CONTEXT/d forgotten.c >default.c
$CC $flags -O2 -c default.c
echo 'without the #define it compiles, and uses:'
nm -u default.o | grep -oE '(Perl_|PL_|pthread_getsp).*' | sed 's/^/  /'

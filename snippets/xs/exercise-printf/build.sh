perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 || cat log
for name in with_c with_perl; do
    echo "$name:"
    perl -Mblib try.pl $name | cat
done

perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 || cat log
for class in Lamp SafeLamp; do
    echo "$class:"
    (perl -Mblib try.pl $class || echo "  exit status $?") 2>errors
    sed -n "s,^free(),  &,p" errors
done

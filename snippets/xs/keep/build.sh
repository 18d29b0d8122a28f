perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'List.xs:.*warning' warnings || echo 'no warning about List.xs'
for name in bare shared copied; do
    echo "$name:"
    perl -Mblib try.pl $name 2>&1 | sed 's,0x[0-9a-f]*,0x...,g'
done

perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Kept.xs:.*warning' warnings || echo 'no warning about Kept.xs'
for name in counted bare mortal; do
    echo "$name:"
    perl -Mblib try.pl $name 2>&1 | sed 's,0x[0-9a-f]*,0x...,g'
done

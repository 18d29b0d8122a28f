perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Words.xs:.*warning' warnings || echo 'no warning about Words.xs'
for name in tally tally_bytes; do
    echo "$name:"
    XSUB=$name perl -Mblib try.t 2>/dev/null || true
done

echo 'without -lz:'
perl Makefile.PL CC="$CC" LD="$CC" LIBS= >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 && echo 'it compiles, and it is linked'
perl -Mblib try.pl 2>&1 | grep -o -m1 'undefined symbol: [a-z]*' || true
make clean >>log

echo 'with -lz:'
perl Makefile.PL CC="$CC" LD="$CC" >>log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Zip.xs:.*warning' warnings || echo 'no warning about Zip.xs'
perl -Mblib try.pl

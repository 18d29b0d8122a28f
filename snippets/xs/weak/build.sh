perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Pair.xs:.*warning' warnings || echo 'no warning about Pair.xs'
perl -Mblib try.pl

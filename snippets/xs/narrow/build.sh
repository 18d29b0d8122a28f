perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Narrow.xs:.*warning' warnings || echo 'no warning about Narrow.xs'
perl -Mblib try.pl

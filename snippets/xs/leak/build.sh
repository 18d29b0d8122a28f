perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Count.xs:.*warning' warnings || echo 'no warning about Count.xs'
perl -Mblib try.pl

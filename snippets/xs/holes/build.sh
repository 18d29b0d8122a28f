perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Sum.xs:.*warning' warnings || echo 'no warning about Sum.xs'
perl -Mblib try.pl

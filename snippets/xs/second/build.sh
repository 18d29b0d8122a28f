perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Split.xs:.*warning' warnings || echo 'no warning about Split.xs'
perl -Mblib try.pl

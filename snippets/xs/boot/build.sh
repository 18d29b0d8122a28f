perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Limits.xs:.*warning' warnings || echo 'no warning about Limits.xs'
perl -Mblib try.pl

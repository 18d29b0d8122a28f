perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Text.xs:.*warning' warnings || echo 'no warning about Text.xs'
perl -Mblib try.pl

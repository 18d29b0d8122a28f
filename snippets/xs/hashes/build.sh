perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Box.xs:.*warning' warnings || echo 'no warning about Box.xs'
perl -Mblib try.pl

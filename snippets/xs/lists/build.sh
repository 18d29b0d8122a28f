perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Numbers.xs:.*warning' warnings || echo 'no warning about Numbers.xs'
perl -Mblib try.pl

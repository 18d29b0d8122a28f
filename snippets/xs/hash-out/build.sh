perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Square.xs:.*warning' warnings || echo 'no warning about Square.xs'
perl -Mblib try.pl

perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE='-O2 -Wall -Wextra' >>log 2>warnings
grep 'Count.xs:.*warning' warnings || echo 'no warning about Count.xs'
perl -Mblib try.pl

perl Makefile.PL >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 || cat log
perl -Mblib try.pl

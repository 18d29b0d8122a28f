perl Makefile.PL CC="$CC" LD="$CC" >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 || cat log
perl -Mblib try.pl 2>&1 | sed 's,0x[0-9a-f]*,0x...,g'

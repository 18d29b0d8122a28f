h2xs -A -n Gauge 2>/dev/null
cp Gauge.xs typemap Makefile.PL Gauge/
cp Gauge.pm Gauge/lib/
cp Gauge.t Gauge/t/
cd Gauge
perl Makefile.PL >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 || cat log
prove --blib --verbose | grep -v ^Files=

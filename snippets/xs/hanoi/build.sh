h2xs -A -n Hanoi 2>&1 | grep Writing   # a skeleton; -A: without AutoLoader
cp Hanoi.xs Hanoi/                        # our two files replace its own
cp Hanoi.t Hanoi/t/
cd Hanoi
perl Makefile.PL CC="$CC" LD="$CC"
make >log
prove --blib --verbose | grep -v ^Files=
make dist >>log
tar tf Hanoi-0.01.tar.gz | grep -v "/$" | sort

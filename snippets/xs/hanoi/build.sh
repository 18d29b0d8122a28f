# A skeleton; -A: without AutoLoader. Two of its files are replaced by ours.
h2xs -A -n Hanoi 2>&1 | grep Writing
cp Hanoi.xs Hanoi/
cp Hanoi.t Hanoi/t/

cd Hanoi
perl Makefile.PL CC="$CC" LD="$CC"
make OPTIMIZE="$CFLAGS" >log
prove --blib --verbose | grep -v ^Files=
make dist >>log
tar tf Hanoi-0.01.tar.gz | grep -v '/$' | sort

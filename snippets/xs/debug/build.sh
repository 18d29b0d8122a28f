# Builds the module, with one option more or without it.
CFLAGS=${CFLAGS//-fsanitize=address/}
build() {
    perl Makefile.PL CC="$CC" LD="$CC" LDDLFLAGS="-shared $1" >log
    rm -f Room.o
    make OPTIMIZE="$CFLAGS -g $1" >>log 2>&1 || cat log
}

build ''
echo 'missing, in gdb:'
gdb -nx -batch -ex run -ex 'backtrace 1' --args perl -Mblib try.pl missing 2>&1 |
    sed -n 's,^#0 .*\(XS_Room_[a-z]*\) .*/\(Room.*\),  \1 at \2,p'
echo "overrun: $(perl -Mblib try.pl overrun)"

build -fsanitize=address
export LD_PRELOAD=$($CC -print-file-name=libasan.so) ASAN_OPTIONS=detect_leaks=0
for name in overrun stale; do
    echo "$name, with AddressSanitizer:"
    perl -Mblib try.pl $name 2>&1 | sed -n '
        s/.*ERROR: AddressSanitizer: \([a-z-]*\) .*/  \1/p
        s/^ *#0 .*\(XS_Room_[a-z]*\) .*\/\(Room.*\)/  \1 at \2/p
        s/^it is/  &/p'
done

tell() {
    local out status=0
    out=$(./main 2>/dev/null) || status=$?
    [ $status -eq 0 ] || out="status $status"
    printf '%-49s %s\n' "$1" "$out"
}
#@ section: build
compile() {
    $CC $CFLAGS -fPIC "$@" -c node.c check.c main.c
    rm -f libnode.a
    ar rc libnode.a node.o check.o
}
weak='-DWEAK_HERE=__attribute__((weak))'

compile
$CC -o main main.o libnode.a
tell 'not weak: archive'

compile "$weak"
$CC -o main main.o libnode.a
tell 'weak in the header: archive'
nm main | grep node_exists
$CC -shared -o node.so node.o
LD_PRELOAD=./node.so tell 'weak in the header: archive, preloaded'

$CC -shared -o libnode.so check.o libnode.a
$CC -o main main.o ./libnode.so
tell 'weak in the header: archive into shared library'

$CC -shared -o libnode.so check.o node.o
$CC -o main main.o ./libnode.so
tell 'weak in the header: objects into shared library'

$CC -o main main.o -Wl,--whole-archive libnode.a \
    -Wl,--no-whole-archive
tell 'weak in the header: whole archive'

$CC -o main main.o -Wl,-u,node_exists libnode.a
tell 'weak in the header: archive, -u node_exists'

compile -DWEAK_THERE
$CC -o main main.o libnode.a
tell 'weak at the definition only: archive'
#@ end

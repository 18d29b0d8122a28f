$CC $CFLAGS -fPIC -shared -o mock.so mock.c
$CC $CFLAGS -fPIC -c library.c -o usual.o
#@ section: try
try() {
    local mocked same=other
    $CC $CFLAGS -fPIC "$@" -c library.c
    $CC -shared -o libnode.so library.o
    $CC -o main main.c ./libnode.so
    mocked=$(LD_PRELOAD=./mock.so ./main 2>/dev/null)
    cmp -s usual.o library.o && same="the same"
    echo "$*: $same code, $(echo "$mocked" | grep 'node 0:')"
}
try -fsemantic-interposition
try -fno-semantic-interposition
try -O3
try -Ofast
#@ end

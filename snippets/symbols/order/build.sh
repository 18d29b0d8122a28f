$CC $CFLAGS -fPIC -c main.c weak.c strong.c
ar rc weak.a weak.o
ar rc strong.a strong.o
$CC -shared -o weak.so weak.o
$CC -shared -o strong.so strong.o
#@ section: orders
try() {
    $CC -o main main.o "$@"
    echo "$*: $(./main)"
}
try weak.o strong.o
try weak.o strong.a
try weak.a strong.o
try weak.a strong.a
try strong.a weak.a
try ./weak.so ./strong.so
#@ end

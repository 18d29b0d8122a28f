# The same program with the same library, whose helper is visible or hidden.
try() {
    $CC $CFLAGS -fPIC -shared "${@:2}" -o libnames.so names.c text.c
    $CC $CFLAGS -o main main.c -L. -lnames -Wl,-rpath,"$PWD"
    echo "$1: $(./main)"
}
try visible -DHIDDEN=
try hidden

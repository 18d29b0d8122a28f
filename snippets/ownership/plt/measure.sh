# A library of 53 internal functions in one file, and 1,000 calls of them in another.
for i in $(seq 53); do
    echo "HIDDEN void inside$i(void);"
done >inside.h
{
    echo '#include "inside.h"'
    for i in $(seq 53); do
        echo "void inside$i(void) {}"
    done
} >inside.c
{
    echo '#include "inside.h"'
    echo 'void work(void) {'
    for i in $(seq 1000); do
        echo "    inside$((i % 53 + 1))();"
    done
    echo '}'
} >work.c

#@ section: measure
measure() {
    local calls entries bytes
    $CC $CFLAGS -fPIC "$2" "-DHIDDEN=$4" -c inside.c work.c
    $CC "$2" -nostdlib -shared -o lib.so inside.o work.o
    calls=$(readelf -rW work.o | grep -c inside)
    entries=$(readelf -rW lib.so | grep -c JUMP_SLO || true)
    bytes=0
    for size in $(readelf -SW lib.so | grep -E ' \.(plt|got\.plt|rela?\.plt) ' | awk '{print $(NF-5)}'); do
        bytes=$((bytes + 0x$size))
    done
    echo "$1, $3: $calls calls, $entries entries, $bytes bytes"
}
hide='__attribute__((visibility("hidden")))'
measure x86-64 -m64 visible ''
measure x86-64 -m64 hidden "$hide"
measure i386 -m32 visible ''
measure i386 -m32 hidden "$hide"
#@ end

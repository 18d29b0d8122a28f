# Builds the library twice and counts.
measure() {
    local exported entries
    $CC $CFLAGS -fPIC -shared "${@:2}" -o "libnames-$1.so" names.c text.c
    exported=$(nm -D --defined-only "libnames-$1.so" | wc -l)
    entries=$(readelf -rW "libnames-$1.so" | grep -c JUMP_SLO)
    echo "$1: $exported names exported, $entries entries in the PLT"
}
measure visible -DHIDDEN=
measure hidden

# Prints how many instructions total() takes for one of its 1,000 values.
count() {
    local taken
    $CC $CFLAGS -fPIC -shared "$@" -o libtotal.so total.c
    $CC $CFLAGS -o main main.c -Wl,-z,now ./libtotal.so
    taken=$(valgrind --tool=callgrind --toggle-collect=total --callgrind-out-file=/dev/null \
        ./main 2>&1 >/dev/null | awk '/Collected/ { print $NF }')
    awk -v option="$1" -v taken="$taken" 'BEGIN { printf "%s: %.1f\n", option, taken / 1000 }'
}
count -O2
count -fsemantic-interposition
count -fno-semantic-interposition

# Counts what config_copy has: lines, jumps and labels of the source, conditional jumps of the machine code.
for version in late auto; do
    sed -n '/^int config_copy/,/^}/p' $version.c | grep -v '^//@' >function
    $CC $CFLAGS -c -o $version.o $version.c
    $OBJDUMP -d --no-show-raw-insn --disassemble=config_copy $version.o >code
    printf '%s: %d lines, %d gotos, %d labels, %d conditional jumps\n' $version.c \
        "$(grep -c '[^[:space:]]' function)" "$(grep -c 'goto ' function)" \
        "$(grep -c '^[a-z_]*:$' function)" "$(grep -E '\sj[a-z]+ ' code | grep -vc '\sjmp ')"
done

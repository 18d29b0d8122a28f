# Prints how many times as many instructions the same work takes with each tool.
set -eu
gcc -O2 -o count count.c
build() { # COMPILER OPTIONS
    "$@" -w -o work work.c
}
tell() { # NAME COMMAND
    name=$1
    shift
    steps=$(./count "$@" 2>report)
    awk -v name="$name" -v alone="${alone:=$steps}" -v steps="$steps" \
        'BEGIN { printf "%s: %.1f\n", name, steps / alone }'
}
build gcc -O2
tell 'alone' ./work
build gcc -O2 -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong
tell 'hardened' ./work
build gcc -O2
tell 'malloc' env LD_PRELOAD=libc_malloc_debug.so.0 GLIBC_TUNABLES=glibc.malloc.check=3 MALLOC_PERTURB_=165 ./work
build gcc -O2 -fsanitize=leak
tell 'LSan' ./work
build gcc -O2 -fsanitize=undefined
tell 'UBSan' ./work
build clang-14 -O2 -fsanitize=memory
tell 'MSan' ./work
build gcc -O2 -fsanitize=address
tell 'ASan' ./work

# Prints the reports of four tools, without addresses, process numbers, and the frames before main.
set -u
report() { # TITLE COMMAND
    echo "== $1"
    shift
    "$@" 2>&1 >/dev/null | sed -E \
        -e "s#$PWD/##g; s#\.\./\.\./\.\./\.\./src/##" \
        -e 's/0x[0-9A-Fa-f]+/0x…/g; s/ \(BuildId[^)]*\)//; s/^==[0-9]+==/==PID==/; s/ +$//' \
        -e '/^=+$|^HINT|^Shadow bytes|^(=>|  )0x…|^  *$|^$|__libc_start|in _start/d' \
        -e '/^Shadow byte legend/,/ABORTING/d' \
        -e 's/ \((unset|overrun|leak)\+0x…\)//; s/\(in .*\/([^/]+)\)/(in \1)/'
}
gcc -g -o overrun overrun.c
gcc -g -o leak leak.c
gcc -g -o unset unset.c
report 'valgrind on overrun.c' valgrind --leak-check=full ./overrun
report 'valgrind on leak.c' valgrind --leak-check=full ./leak
report 'valgrind on unset.c' valgrind --leak-check=full --track-origins=yes ./unset
gcc -g -fsanitize=address -o overrun overrun.c
report 'ASan on overrun.c' ./overrun
gcc -g -fsanitize=address -o leak leak.c
report 'LSan on leak.c' env LSAN_OPTIONS=use_stacks=0:use_registers=0 ./leak
clang-14 -g -fsanitize=memory -fsanitize-memory-track-origins -o unset unset.c
symbolizer=$(realpath "$(command -v llvm-symbolizer-14)")
report 'MSan on unset.c' env MSAN_OPTIONS="external_symbolizer_path=$symbolizer" ./unset

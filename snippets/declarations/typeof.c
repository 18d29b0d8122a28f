//@ do: compile
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(x, y) \
    _Static_assert(__builtin_types_compatible_p(x, y), "different")

//@ section: typeof
__typeof__(int *[15]) a[10];
__typeof__(int[15]) *b[10];

SAME(__typeof__(a), int *[10][15]);
SAME(__typeof__(b), int (*[10])[15]);
//@ end

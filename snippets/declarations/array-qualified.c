//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

typedef int row[4];
const row r = {1, 2, 3, 4};

// const went through the array, to its elements:
SAME(__typeof__(&r), const int (*)[4]);
SAME(__typeof__(&r[0]), const int *);

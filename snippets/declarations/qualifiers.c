//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")
#define DIFFERENT(A, B) \
    _Static_assert(!__builtin_types_compatible_p(A, B), "one type")

const char *a;
//~ reads: a is a pointer to const char
char const *b;
//~ reads: b is a pointer to const char
char *const c = 0;
//~ reads: c is a const pointer to char
volatile char *const chptr = 0;
//~ reads: chptr is a const pointer to volatile char

SAME(__typeof__(&a), __typeof__(&b));
DIFFERENT(__typeof__(&a), __typeof__(&c));
SAME(__typeof__(&chptr), char volatile *const *);

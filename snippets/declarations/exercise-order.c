//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

const char *(*(*pick)(int))[3];
//~ reads: pick is a pointer to a function taking an int and returning a pointer to an array of 3 pointers to const char

typedef const char *triple[3];
typedef triple *chooser(int);
SAME(__typeof__(pick), chooser *);

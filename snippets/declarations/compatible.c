//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

enum color { RED };

// None of these is a pair of equal types, and no assertion fails:
SAME(const int, int);       // qualifiers at the top are left out
SAME(int[], int[5]);        // a bound that is left open
SAME(int(), int(int));      // parameters that are left open, before C23
SAME(enum color, unsigned); // these compilers' choice for this enum

// Below the top, and with everything written out, it can fail:
SAME(const int *, int *);   //~ error: assert

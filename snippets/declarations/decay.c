//@ do: compile
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

int a[10];

// Used in an expression, a is a pointer to its first element:
SAME(__typeof__(a + 0), int *);
SAME(__typeof__(*a), int);

// Four places where it stays an array:
_Static_assert(sizeof a == 10 * sizeof(int), "sizeof");
SAME(__typeof__(&a), int (*)[10]);  // &
SAME(__typeof__(a), int[10]);       // typeof
char word[] = "word";               // the text of an initializer
_Static_assert(sizeof word == 5, "an array of 5 chars");

//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

char *(*names[4])(void);
//~ reads: names is an array of 4 pointers to functions taking no parameters and returning a pointer to char
int (*(*table)[3])(double);
//~ reads: table is a pointer to an array of 3 pointers to functions taking a double and returning an int
char *const *volatile cursor;
//~ reads: cursor is a volatile pointer to a const pointer to char

typedef char *name(void);
typedef name *four_names[4];
SAME(__typeof__(names), four_names);

typedef int measure(double);
typedef measure *three_measures[3];
SAME(__typeof__(table), three_measures *);

typedef char *const slot;
typedef slot *volatile position;
SAME(__typeof__(&cursor), position *);

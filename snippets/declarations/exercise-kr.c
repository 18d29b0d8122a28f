//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

int (*by_month)[13];
//~ reads: by_month is a pointer to an array of 13 ints
int *month[13];
//~ reads: month is an array of 13 pointers to int
char (*(*table(void))[2])(void);
//~ reads: table is a function taking no parameters and returning a pointer to an array of 2 pointers to functions taking no parameters and returning a char
char (*(*rows[3])(void))[5];
//~ reads: rows is an array of 3 pointers to functions taking no parameters and returning a pointer to an array of 5 chars

typedef char letter(void);
typedef letter *two_letters[2];
SAME(__typeof__(table), two_letters *(void));

typedef char five[5];
typedef five *row(void);
typedef row *three_rows[3];
SAME(__typeof__(rows), three_rows);

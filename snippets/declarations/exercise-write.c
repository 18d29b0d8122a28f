//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

char *(*f(int))[5];
//~ reads: f is a function taking an int and returning a pointer to an array of 5 pointers to char
int (*grid[2][3])(const void *);
//~ reads: grid is an array of 2 arrays of 3 pointers to functions taking a pointer to const void and returning an int

typedef char *row[5];
SAME(__typeof__(f), row *(int));

typedef int judge(const void *);
typedef judge *judges[3];
typedef judges panel[2];
SAME(__typeof__(grid), panel);

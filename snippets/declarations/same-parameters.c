//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

SAME(void(int a[10]), void(int *a));
SAME(void(int a[]), void(int *a));
SAME(void(int a[static 3]), void(int *a));
SAME(void(int m[3][4]), void(int (*m)[4]));
SAME(void(int *v[3]), void(int **v));
SAME(void(int g(double)), void(int (*g)(double)));

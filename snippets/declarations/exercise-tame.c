//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

char *(*(*factory(void))[2])(int);

typedef char *maker(int);
typedef maker *pair[2];
pair *factory(void);

SAME(__typeof__(factory), pair *(void));

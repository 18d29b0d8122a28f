//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| *f() 96, *g() 24
//| 42
#include <stdio.h>

static int answer = 42;
static int *grid[3][4] = {[2] = {[3] = &answer}};

int *(*f(void))[3][4]
//~ reads: f is a function taking no parameters and returning a pointer to an array of 3 arrays of 4 pointers to int
{
    return &grid;
}

int (*(*g(void))[3])[4];
//~ reads: g is a function taking no parameters and returning a pointer to an array of 3 pointers to arrays of 4 ints

int main(void)
{
    printf("*f() %zu, *g() %zu\n", sizeof *f(), sizeof *g());
    printf("%d\n", *(*f())[2][3]);
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| a 1200, b 80
#include <stdio.h>

int *a[10][15];
//~ reads: a is an array of 10 arrays of 15 pointers to int
int (*b[10])[15];
//~ reads: b is an array of 10 pointers to arrays of 15 ints

int main(void)
{
    printf("a %zu, b %zu\n", sizeof a, sizeof b);
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| x 24, y 24, z 8
#include <stdio.h>

int *x[3];
//~ reads: x is an array of 3 pointers to int
int *(y[3]);
//~ reads: y is an array of 3 pointers to int
int (*z)[3];
//~ reads: z is a pointer to an array of 3 ints

int main(void)
{
    printf("x %zu, y %zu, z %zu\n", sizeof x, sizeof y, sizeof z);
    return 0;
}

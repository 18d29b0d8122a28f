//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| 192
#include <stdio.h>

double *m[2][3][4];
//~ reads: m is an array of 2 arrays of 3 arrays of 4 pointers to double

int main(void)
{
    printf("%zu\n", sizeof m);
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| &a: pointer to an array of 10 arrays of 15 pointers to int
//| &b: pointer to an array of 10 pointers to arrays of 15 ints
#include <stdio.h>

//@ section: generic
#define SAY(x) _Generic((x), \
    int *(*)[10][15]: "pointer to an array of 10 arrays of 15 pointers to int", \
    int (*(*)[10])[15]: "pointer to an array of 10 pointers to arrays of 15 ints")

int *a[10][15];
int (*b[10])[15];

int main(void)
{
    printf("&a: %s\n", SAY(&a));
    printf("&b: %s\n", SAY(&b));
}
//@ end

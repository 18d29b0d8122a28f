//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output: 9 9
#include <stdio.h>

int main(void)
{
    int *a[2][3] = {{NULL}};
    //~ reads: a is an array of 2 arrays of 3 pointers to int
    int row[3] = {7, 8, 9};
    int (*b[2])[3] = {&row};
    //~ reads: b is an array of 2 pointers to arrays of 3 ints

    a[1][0] = &row[0];
    a[1][1] = &row[1];
    a[1][2] = &row[2];
    //@ moment: filled
    printf("%d %d\n", *a[1][2], (*b[0])[2]);
    return 0;
}

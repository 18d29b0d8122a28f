//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output: 9 9
#include <stdio.h>

int main(void)
{
    int row[3] = {7, 8, 9};
    int *a[2][3] = {{&row[0], &row[1], &row[2]}};
    //~ reads: a is an array of 2 arrays of 3 pointers to int
    int (*b[2])[3] = {&row};
    //~ reads: b is an array of 2 pointers to arrays of 3 ints

    //@ moment: filled
    printf("%d %d\n", *a[0][2], (*b[0])[2]);
    return 0;
}

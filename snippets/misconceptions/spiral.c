//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: a holds 6 pointers
#include <stdio.h>

int *a[2][3];
//~ reads: a is an array of 2 arrays of 3 pointers to int

int main(void)
{
    printf("a holds %zu pointers\n", sizeof a / sizeof(int *));
    return 0;
}

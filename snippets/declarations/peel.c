//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| a         1200 bytes: 10 times 120
//| a[0]       120 bytes: 15 times 8
//| a[0][0]      8 bytes
//| *a[0][0]     4 bytes
#include <stdio.h>

int *a[10][15];

int main(void)
{
    printf("a         %4zu bytes: %zu times %zu\n", sizeof a,
           sizeof a / sizeof a[0], sizeof a[0]);
    printf("a[0]      %4zu bytes: %zu times %zu\n", sizeof a[0],
           sizeof a[0] / sizeof a[0][0], sizeof a[0][0]);
    printf("a[0][0]   %4zu bytes\n", sizeof a[0][0]);
    printf("*a[0][0]  %4zu bytes\n", sizeof *a[0][0]);
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ browser: differs a pointer has 4 bytes in WebAssembly, not 8
//@ output:
//| a         1200  10 arrays
//| a[0]       120  of 15 pointers
//| a[0][0]      8  to
//| *a[0][0]     4  int
#include <stdio.h>

int *a[10][15];

int main(void)
{
    printf("a         %4zu  10 arrays\n", sizeof a);
    printf("a[0]      %4zu  of 15 pointers\n", sizeof a[0]);
    printf("a[0][0]   %4zu  to\n", sizeof a[0][0]);
    printf("*a[0][0]  %4zu  int\n", sizeof *a[0][0]);
    return 0;
}

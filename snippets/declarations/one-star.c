//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| a 8, b 1
//| c 8, d 8
#include <stdio.h>

typedef char *string;

int main(void)
{
    char *a, b;
    string c, d;

    printf("a %zu, b %zu\n", sizeof a, sizeof b);
    printf("c %zu, d %zu\n", sizeof c, sizeof d);
    return 0;
}

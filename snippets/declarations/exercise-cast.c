//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| 7
#include <stdio.h>

static int twice_plus_one(int n)
{
    return 2 * n + 1;
}

typedef void any_function(void);

int main(void)
{
    any_function *stored = (any_function *)twice_plus_one;
    int (*back)(int) = (int (*)(int))stored;

    printf("%d\n", back(3));
    return 0;
}

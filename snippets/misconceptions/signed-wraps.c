//@ do: run
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ output: INT_MAX + 1 > INT_MAX is 1
//@ output[clang -O0]: INT_MAX + 1 > INT_MAX is 0
#include <limits.h>
#include <stdio.h>

static int next_is_greater(int n)
{
    return n + 1 > n;
}

int main(void)
{
    printf("INT_MAX + 1 > INT_MAX is %d\n", next_is_greater(INT_MAX));
    return 0;
}

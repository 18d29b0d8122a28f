//@ do: run
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ output: overflow seen: 1
//@ output[-O2]: overflow seen: 0
#include <limits.h>
#include <stdio.h>

static int overflows(int n)
{
    int more = n + 100;
    return more < n;
}

int main(void)
{
    printf("overflow seen: %d\n", overflows(INT_MAX));
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 5 and 9
#include <stdio.h>

#define SQUARE(x) x * x

static int square(int x)
{
    return x * x;
}

int main(void)
{
    printf("%d and %d\n", SQUARE(1 + 2), square(1 + 2));
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: x == x is 0, x != x is 1
#include <math.h>
#include <stdio.h>

int main(void)
{
    double x = NAN;
    printf("x == x is %d, x != x is %d\n", x == x, x != x);
    return 0;
}

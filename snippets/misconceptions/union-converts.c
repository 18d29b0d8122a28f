//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: the union says 1.4e-45, a conversion says 1
#include <stdio.h>

union number {
    int i;
    float f;
};

int main(void)
{
    union number n = {.i = 1};
    printf("the union says %.2g, a conversion says %g\n", n.f, (float)n.i);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: a is still 1, b is still 2
#include <stdio.h>

static void swap(int a, int b)
{
    int kept = a;
    a = b;
    b = kept;
    (void)a, (void)b;
}

int main(void)
{
    int a = 1, b = 2;

    swap(a, b);
    printf("a is still %d, b is still %d\n", a, b);
    return 0;
}

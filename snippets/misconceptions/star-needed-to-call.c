//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 8 8 8, and the two pointers are equal: 1
#include <stdio.h>

static int twice(int n)
{
    return 2 * n;
}

int main(void)
{
    int (*p)(int) = twice;
    int (*q)(int) = &twice;

    printf("%d %d %d, and the two pointers are equal: %d\n", p(4), (*p)(4), (***p)(4), p == q);
    return 0;
}

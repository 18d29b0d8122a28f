//@ do: run
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ output: 1, then 2
#include <stdio.h>

static void look(const int *p, int *q)
{
    printf("%d", *p);
    *q = 2;
    printf(", then %d\n", *p);
}

int main(void)
{
    int n = 1;
    look(&n, &n);
    return 0;
}

//@ do: run
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ output: 1073741824
//@ output[-O2]: 1
#include <stdio.h>

static int both(int *i, float *f)
{
    *i = 1;
    *f = 2.0f;
    return *i;
}

int (*volatile call)(int *, float *) = both;

int main(void)
{
    int n;
    printf("%d\n", call(&n, (float *)&n));
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: -1 < 1u is 0
#include <stdio.h>

int main(void)
{
    int i = -1;
    unsigned u = 1;

    printf("-1 < 1u is %d\n", i < u);  //~ warning: [-Wsign-compare]
    return 0;
}

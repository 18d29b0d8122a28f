//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 16777217 came back as 16777216
#include <stdio.h>

int main(void)
{
    int n = 16777217;
    float f = n;

    printf("%d came back as %d\n", n, (int)f);
    return 0;
}

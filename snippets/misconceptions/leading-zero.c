//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 100 10 8 1
#include <stdio.h>

int main(void)
{
    int aligned[] = {
        100,
        010 + 2,
        010,
        001,
    };
    printf("%d %d %d %d\n", aligned[0], aligned[1], aligned[2], aligned[3]);
    return 0;
}

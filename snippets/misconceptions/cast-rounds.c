//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 2.9 becomes 2, -2.9 becomes -2
#include <stdio.h>

int main(void)
{
    double up = 2.9, down = -2.9;
    printf("2.9 becomes %d, -2.9 becomes %d\n", (int)up, (int)down);
    return 0;
}

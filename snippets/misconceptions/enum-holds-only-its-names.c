//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: the colour is 7
#include <stdio.h>

enum colour { RED, GREEN, BLUE };

int main(void)
{
    enum colour c = 7;
    printf("the colour is %d\n", c);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: bit 4 is clear
#include <stdio.h>

int main(void)
{
    unsigned flags = 4;

    if (flags & 4 == 4)  //~ warning: [-Wparentheses]
        puts("bit 4 is set");
    else
        puts("bit 4 is clear");
    return 0;
}

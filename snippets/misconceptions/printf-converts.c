//@ do: compile
//@ options: -Wall -Wextra -pedantic
#include <stdio.h>

void show(void)
{
    printf("%d\n", 3.9);  //~ warning: [-Wformat
    printf("%f\n", 3);  //~ warning: [-Wformat
    printf("%d\n", (int)3.9);
}

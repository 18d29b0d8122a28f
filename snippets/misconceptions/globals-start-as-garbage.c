//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 0, 0, and the pointer is null: 1
#include <stdio.h>

int counter;
static double total[3];

int main(void)
{
    static char *name;

    printf("%d, %g, and the pointer is null: %d\n", counter, total[2], name == NULL);
    return 0;
}

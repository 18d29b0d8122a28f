//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: the larger is 6, and i went from 5 to 7
#include <stdio.h>

#define MAX(a, b) ((a) > (b) ? (a) : (b))

int main(void)
{
    int i = 5;
    int larger = MAX(i++, 3);

    printf("the larger is %d, and i went from 5 to %d\n", larger, i);
    return 0;
}

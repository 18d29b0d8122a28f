//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 1 2 3
#include <stdio.h>

static int ticket(void)
{
    static int last = 0;
    return ++last;
}

int main(void)
{
    int first = ticket(), second = ticket(), third = ticket();
    printf("%d %d %d\n", first, second, third);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| asking for a
//| asking for b
//| asking for c
//| 1 + 2 * 3 is 7
#include <stdio.h>

static int get(char name, int value)
{
    printf("asking for %c\n", name);
    return value;
}

int main(void)
{
    int sum = get('a', 1) + get('b', 2) * get('c', 3);
    printf("1 + 2 * 3 is %d\n", sum);
    return 0;
}

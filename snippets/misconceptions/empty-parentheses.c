//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 5
#include <stdio.h>

static int add();
//~ reads: add is a static function with unspecified parameters returning an int

int main(void)
{
    printf("%d\n", add(2, 3));
    return 0;
}

static int add(int a, int b)
{
    return a + b;
}

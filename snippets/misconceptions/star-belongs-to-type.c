//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| a is a pointer to char
//| b is a char
#include <stdio.h>

#define KIND(x) _Generic((x), char *: "a pointer to char", char: "a char")

int main(void)
{
    char* a = NULL, b = 'b';

    printf("a is %s\n", KIND(a));
    printf("b is %s\n", KIND(b));
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: no character, and nothing was read through the null pointer
#include <stdio.h>

int main(void)
{
    const char *p = NULL;

    if (p != NULL && *p != '\0')
        puts("a character");
    else
        puts("no character, and nothing was read through the null pointer");
    return 0;
}

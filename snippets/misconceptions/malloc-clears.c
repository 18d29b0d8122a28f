//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: the new block holds: secret
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *first = malloc(100);
    if (!first)
        return 1;
    strcpy(first + 50, "secret");
    free(first);

    char *second = malloc(100);
    if (!second)
        return 1;
    printf("the new block holds: %.6s\n", second + 50);
    free(second);
    return 0;
}

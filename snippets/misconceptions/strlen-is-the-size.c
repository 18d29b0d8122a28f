//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: heap-buffer-overflow
//@ stderr-contains: WRITE of size 6
#include <stdlib.h>
#include <string.h>

int main(void)
{
    const char *name = "seven";
    char *copy = malloc(strlen(name));

    if (copy)
        strcpy(copy, name);
    free(copy);
    return 0;
}

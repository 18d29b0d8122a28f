//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: attempting double-free
#include <stdlib.h>

static char *name;

static void forget(void)
{
    free(name);
}

int main(void)
{
    name = malloc(10);
    forget();
    forget();
    return 0;
}

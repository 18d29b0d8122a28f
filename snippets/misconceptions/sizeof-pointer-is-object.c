//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: heap-buffer-overflow
//@ stderr-contains: WRITE of size 40
#include <stdlib.h>
#include <string.h>

struct person {
    char name[40];
};

int main(void)
{
    struct person *p = malloc(sizeof p);

    if (p)
        memset(p, 0, sizeof *p);  //~[gcc] warning: [-Wstringop-overflow=]
    free(p);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: the pointer's bytes changed: no
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *p = malloc(10);
    char before[sizeof p];

    memcpy(before, &p, sizeof p);
    free(p);
    //@ moment: freed
    printf("the pointer's bytes changed: %s\n", memcmp(before, &p, sizeof p) ? "yes" : "no");
    return 0;
}

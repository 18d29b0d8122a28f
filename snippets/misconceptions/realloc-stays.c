//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: heap-use-after-free
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *numbers = malloc(2 * sizeof *numbers);
    if (!numbers)
        return 1;
    int *first = &numbers[0];
    *first = 7;

    int *more = realloc(numbers, 1000 * sizeof *numbers);
    if (more)
        printf("%d\n", *first);  //~[gcc] warning: [-Wuse-after-free]
        //~[gcc] warning: [-Wuse-after-free]
    free(more);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: heap-use-after-free
//@ browser: differs AddressSanitizer isn't there to stop it, but Step names the mistake
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

int main(void)
{
    struct node *list = malloc(sizeof *list);
    if (!list)
        return 1;
    list->value = 7;
    list->next = NULL;
    struct node *last = list;
    free(list);
    //@ moment: freed
    printf("%d\n", last->value);  //~[gcc] warning: [-Wuse-after-free]
    //~[gcc] warning: [-Wuse-after-free]
    //@ moment: read
    return 0;
}

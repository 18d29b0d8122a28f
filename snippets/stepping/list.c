//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 1 2
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

int main(void)
{
    struct node *list = NULL;

    for (int value = 2; value > 0; value--) {
        struct node *made = malloc(sizeof *made);
        //@ moment: made
        //@ moment: again, 2nd time
        if (!made)
            return 1;
        made->value = value;
        made->next = list;
        //@ moment: first
        //@ moment: second, 2nd time
        list = made;
        //@ moment: both, 2nd time
    }
    printf("%d %d\n", list->value, list->next->value);
    free(list->next);
    free(list);
    return 0;
}

// A list is freed node by node, and a node's successor is read when the node is gone.
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static struct node *push(struct node *list, int value)
{
    struct node *made = malloc(sizeof *made);
    made->value = value;
    made->next = list;
    return made; //@ moment: pushed
}

int main(void)
{
    struct node *list = push(push(NULL, 2), 1); //@ moment: made
    while (list != NULL) {
        free(list); //@ moment: freed
        list = list->next;
    }
    return 0;
}

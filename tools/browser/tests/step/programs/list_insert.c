// Inserts into a sorted list, in front, in the middle and at the end.
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static void insert(struct node **link, int value)
{
    while (*link && (*link)->value < value)
        link = &(*link)->next;
    struct node *made = malloc(sizeof *made);
    made->value = value;
    made->next = *link; //@ moment: made
    *link = made;       //@ moment: linked
}

int main(void)
{
    struct node *head = NULL;
    insert(&head, 20);
    insert(&head, 10);
    insert(&head, 15);
    insert(&head, 30);
    //@ moment: done
    while (head) {
        struct node *first = head;
        head = first->next;
        free(first);
    }
    return 0;
}

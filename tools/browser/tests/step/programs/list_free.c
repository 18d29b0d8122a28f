// Frees a list; while it does, the freed nodes can still be seen to be freed.
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

int main(void)
{
    struct node *head = NULL;
    for (int i = 1; i <= 3; i++) {
        struct node *made = malloc(sizeof *made);
        made->value = i * i;
        made->next = head;
        head = made;
    }
    //@ moment: three
    struct node *dead = NULL;
    while (head) {
        dead = head;
        head = head->next;
        free(dead); //@ moment: freed
    }
    dead = NULL;
    return 0; //@ moment: done
}

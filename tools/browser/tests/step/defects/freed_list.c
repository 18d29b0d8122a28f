// The loop reads the next pointer out of the node that it has just freed.
#include <stdlib.h>
struct node { struct node *next; };
int main(void)
{
    struct node *b = malloc(sizeof *b), *a = malloc(sizeof *a);
    a->next = b;
    b->next = NULL;
    for (struct node *p = a; p; p = p->next) //! freed
        free(p);
    return 0;
}

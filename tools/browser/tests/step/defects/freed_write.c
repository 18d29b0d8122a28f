#include <stdlib.h>
struct node { int value; struct node *next; };
int main(void)
{
    struct node *p = malloc(sizeof *p);
    free(p);
    p->next = NULL; //! freed
    return 0;
}

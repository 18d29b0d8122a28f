// Only the first node is freed.
#include <stdlib.h>
struct node { struct node *next; };
int main(void)
{
    struct node *head = NULL;
    for (int i = 0; i < 4; i++) {
        struct node *made = malloc(sizeof *made); //! leak
        made->next = head;
        head = made;
    }
    free(head);
    return 0;
}

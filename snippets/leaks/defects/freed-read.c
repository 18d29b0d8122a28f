#include <stdlib.h>

struct node {
    struct node *next;
};

//@ section: defect
static void free_all(struct node *list)
{
#ifdef REPAIRED
    for (struct node *next; list; list = next) {
        next = list->next;
        free(list);
    }
#else
    for (; list; list = list->next) free(list);
#endif
}
//@ end

int main(void)
{
    struct node *one = calloc(1, sizeof *one);

    free_all(one);
    return 0;
}

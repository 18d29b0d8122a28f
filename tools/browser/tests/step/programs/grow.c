// A growing array: realloc moves it, and pointers into the old one are stale.
#include <stdlib.h>

struct list {
    size_t count, room;
    int *items;
};

static void push(struct list *list, int item)
{
    if (list->count == list->room) {
        list->room = list->room ? list->room * 2 : 2;
        list->items = realloc(list->items, list->room * sizeof *list->items); //@ moment: grown
    }
    list->items[list->count++] = item;
}

int main(void)
{
    struct list list = {0};
    push(&list, 1);
    push(&list, 2);
    int *first = &list.items[0]; //@ moment: full
    push(&list, 3);
    //@ moment: moved
    free(list.items);
    return first != NULL ? 0 : 1;
}

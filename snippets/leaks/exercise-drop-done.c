//@ do: run
//@ options: -Wall -Wextra
//@ output:
//| 1 3 5
#include <stdio.h>
#include <stdlib.h>

struct node {
    long key, width, height;
    struct node *next;
};

static struct node *pushed(struct node *list, long key)
{
    struct node *made = malloc(sizeof *made);

    if (!made) exit(1);
    made->next = list;
    made->key = key;
    made->width = made->height = 1;
    return made;
}

//@ section: drop
static struct node *without_even(struct node *list)
{
    struct node **link = &list;

    while (*link) {
        struct node *each = *link;

        if (each->key % 2 == 0) {
            *link = each->next;
            free(each);
        } else {
            link = &each->next;
        }
    }
    return list;
}
//@ end

int main(void)
{
    struct node *list = NULL, *next;
    const char *between = "";

    for (long key = 5; key > 0; key--) list = pushed(list, key);
    list = without_even(list);
    for (; list; list = next) {
        next = list->next;
        printf("%s%ld", between, list->key);
        between = " ";
        free(list);
    }
    puts("");
    return 0;
}

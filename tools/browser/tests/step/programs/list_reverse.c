// Turns a list around in place.
#include <stddef.h>

struct node {
    char name;
    struct node *next;
};

static struct node *reverse(struct node *list)
{
    struct node *done = NULL;
    while (list != NULL) {
        struct node *rest = list->next;
        list->next = done; //@ moment: turned
        done = list;
        list = rest;
    }
    return done;
}

int main(void)
{
    struct node c = {'c', NULL}, b = {'b', &c}, a = {'a', &b};
    struct node *list = reverse(&a); //@ moment: reversed
    return list->name == 'c' ? 0 : 1;
}

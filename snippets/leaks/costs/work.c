#include <stdlib.h>
#include <unistd.h>

struct node {
    struct node *next;
    int key;
};

//@ section: work
__attribute__((noinline)) static int work(int n)
{
    struct node *list = NULL, *next;
    int total = 0, row[16];

    for (int i = 0; i < n; i++) {
        struct node *made = malloc(sizeof *made);

        if (!made) break;
        made->key = i;
        made->next = list;
        list = made;
        row[i % 16] = i;
    }
    for (int round = 0; round < 20; round++)
        for (struct node *each = list; each; each = each->next) total += row[each->key % 16];
    for (; list; list = next) {
        next = list->next;
        free(list);
    }
    return total;
}

int main(void)
{
    int total = 0;

    for (int round = 0; round < 3; round++) {
        getsid(0);  // Instructions are counted from its second call to its third.
        total += work(16);
    }
    return total == 1;
}
//@ end

//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ stdin: 7
//@ valgrind: leaks no-errors
//@ output: 8, used by 2
#include <stdio.h>
#include <stdlib.h>

struct box { int users, value; };

static struct box *box_new(int value)
{
    struct box *made = malloc(sizeof *made);

    if (made)
        *made = (struct box){1, value};
    return made;
}

static struct box *share(struct box *box)
{
    if (box)
        box->users++;
    return box;
}

// Gives up one use of the box. The last one frees it.
static void drop(struct box **at)
{
    (void)at;
}

#define auto_box __attribute__((cleanup(drop))) struct box *

int main(void)
{
    int value;

    while (scanf("%d", &value) == 1) {
        auto_box mine = value < 0 ? NULL : box_new(value);

        if (!mine) {
            puts("no box");
            continue;
        }
        {
            auto_box yours = share(mine);
            yours->value++;
        }
        printf("%d, used by %d\n", mine->value, mine->users);
    }
    return 0;
}

//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| taken 1 2 3, refused
//| given back 2, taken 2
#include <stdio.h>

//@ section: pool
struct message { struct message *next; int number; };

static struct message all[3];
static struct message *unused;

// Returns a message that nobody uses, or a null pointer.
static struct message *take(void)
{
    struct message *taken = unused;

    if (taken)
        unused = taken->next;
    return taken;
}

static void give_back(struct message *message)
{
    message->next = unused;
    unused = message;
}
//@ end

static void prepare(void)
{
    for (int i = 2; i >= 0; i--) {
        all[i].number = i + 1;
        all[i].next = unused;
        unused = &all[i];
    }
}

int main(void)
{
    prepare();
    struct message *a = take(), *b = take(), *c = take();
    printf("taken %d %d %d, %s\n", a->number, b->number, c->number,
           take() ? "and one more" : "refused");
    give_back(b);
    //@ moment: back
    printf("given back %d, taken %d\n", b->number, take()->number);
    return 0;
}

//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output: 1 1
#include <stdio.h>

struct message { struct message *next; int number; };

static struct message all[3];
static struct message *unused;

static void prepare(void)
{
    for (int i = 2; i >= 0; i--) {
        all[i].number = i + 1;
        all[i].next = unused;
        unused = &all[i];
    }
}

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

//@ section: main
int main(void)
{
    prepare();
    struct message *first = take();
    give_back(first);
    give_back(first);

    struct message *a = take(), *b = take();
    printf("%d %d\n", a->number, b->number);
    return 0;
}
//@ end

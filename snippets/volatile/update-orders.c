//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ levels: -O0 -O2
//@ sanitize: undefined
//@ output:
//| == the counter is 5
//| counter        5
//| first thread   has read nothing
//| second thread  has read nothing
//| == the first thread reads
//| counter        5
//| first thread   has read 5
//| second thread  has read nothing
//| == the second thread reads
//| counter        5
//| first thread   has read 5
//| second thread  has read 5
//| == the first thread writes
//| counter        6
//| first thread   has read 5
//| second thread  has read 5
//| == the second thread writes
//| counter        6
//| first thread   has read 5
//| second thread  has read 5
//| == orders that lose an update
//| read, write    4 of 6
//| one step       0 of 2
#include <stdbool.h>
#include <stdio.h>

//@ section: model
enum step { READ, WRITE, READ_AND_WRITE, END };

struct thread {
    const enum step *next;
    int seen;  // what it has read
};

struct world {
    int counter;
    struct thread threads[2];
};

static void take(struct world *world, int which)
{
    struct thread *self = &world->threads[which];

    switch (*self->next++) {
    case READ:
        self->seen = world->counter;
        break;
    case WRITE:
        world->counter = self->seen + 1;
        break;
    case READ_AND_WRITE:
        world->counter++;
        break;
    case END:
        break;
    }
}

static int orders, lost;

// Lets each thread take the next step in a copy of the world, and goes on.
static void explore(struct world world)
{
    bool ended = true;

    for (int which = 0; which < 2; which++)
        if (*world.threads[which].next != END) {
            struct world later = world;

            ended = false;
            take(&later, which);
            explore(later);
        }
    orders += ended;
    lost += ended && world.counter != 7;
}
//@ end

static struct world begin(const enum step *steps)
{
    return (struct world){5, {{steps, 0}, {steps, 0}}};
}

static void show(const char *title, struct world world)
{
    static const char *const names[] = {"first thread", "second thread"};

    printf("== %s\ncounter        %d\n", title, world.counter);
    for (int which = 0; which < 2; which++) {
        printf("%-13s  has read ", names[which]);
        if (world.threads[which].seen)
            printf("%d\n", world.threads[which].seen);
        else
            puts("nothing");
    }
}

static void count(const char *name, const enum step *steps)
{
    orders = lost = 0;
    explore(begin(steps));
    printf("%-13s  %d of %d\n", name, lost, orders);
}

int main(void)
{
    static const enum step two[] = {READ, WRITE, END}, one[] = {READ_AND_WRITE, END};
    struct world world = begin(two);

    show("the counter is 5", world);
    take(&world, 0);
    show("the first thread reads", world);
    take(&world, 1);
    show("the second thread reads", world);
    take(&world, 0);
    show("the first thread writes", world);
    take(&world, 1);
    show("the second thread writes", world);
    puts("== orders that lose an update");
    count("read, write", two);
    count("one step", one);
    return 0;
}

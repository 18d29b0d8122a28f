//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ sanitize: address undefined
//@ output:
//| weights 256, 256, 512, all busy: 250 250 500
//| the third has nothing to do:     500 500 0
//| the third waits nine times in ten: 451 450 99
//| the first is capped at 10%, the third idle: 100 900 0
#include <stdbool.h>
#include <stdio.h>

enum { GUESTS = 3, SLICES = 1000, START = 1024 };

//@ section: guest
struct guest {
    int weight;
    int cap;        // percent of one processor, 0 for no limit
    int works;      // percent of the time in which it has work
    int credit, ran;
};
//@ end

static bool wants(const struct guest *guest, int slice)
{
    bool has_work = slice % 10 * 10 < guest->works;

    return has_work && (!guest->cap || guest->ran * 100 <= slice * guest->cap);
}

//@ section: choose
/* Of those that want to run, the one with the most credit. */
static struct guest *choose(struct guest *guest, int slice)
{
    struct guest *best = NULL;

    for (int i = 0; i < GUESTS; i++)
        if (wants(&guest[i], slice) &&
            (!best || guest[i].credit > best->credit))
            best = &guest[i];
    return best;
}

static void run(struct guest *guest)
{
    for (int slice = 0; slice < SLICES; slice++) {
        struct guest *next = choose(guest, slice);

        if (!next)
            continue;                        // the processor is idle
        if (next->credit <= 0)               // nobody has any left
            for (int i = 0; i < GUESTS; i++)
                guest[i].credit = START;
        next->credit -= 512 * 8 / next->weight;
        next->ran++;
    }
}
//@ end

static void shares(const char *title, int cap, int works)
{
    struct guest guest[GUESTS] = {
        {256, cap, 100, START, 0}, {256, 0, 100, START, 0},
        {512, 0, works, START, 0}};

    run(guest);
    printf("%s", title);
    for (int i = 0; i < GUESTS; i++)
        printf(" %d", guest[i].ran);
    puts("");
}

int main(void)
{
    //@ section: story
    shares("weights 256, 256, 512, all busy:", 0, 100);
    shares("the third has nothing to do:    ", 0, 0);
    shares("the third waits nine times in ten:", 0, 10);
    shares("the first is capped at 10%, the third idle:", 10, 0);
    //@ end
    return 0;
}

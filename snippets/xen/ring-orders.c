//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ levels: -O0 -O2
//@ sanitize: address undefined
//@ output:
//| wake-ups lost  one order   buffers
//| sleep at once     1 of 4    4 of 9
//| ask, sleep       1 of 10  16 of 55
//| ask, look         0 of 6  18 of 80
//| one barrier      0 of 10  6 of 110
//| two barriers     0 of 20  0 of 160
#include <stdbool.h>
#include <stdio.h>

//@ section: model
enum { REQ_PROD, REQ_EVENT, WORDS };
enum op { STORE, LOAD, BARRIER, END };
struct step { enum op op; int word; unsigned value; };

struct side {
    const struct step *next;
    bool buffered;          /* a store that nobody else sees yet */
    int word;
    unsigned value, seen;   /* seen: what the last load found */
};
struct world { unsigned memory[WORDS]; struct side side[2]; };

static bool store_buffers;
static unsigned runs, lost;

static void drain(struct world *world, struct side *side)
{
    if (side->buffered)
        world->memory[side->word] = side->value;
    side->buffered = false;
}

/* Lets one side take its next step in a copy of the world, and goes on. */
static void explore(struct world world);

static void take(struct world world, int which)
{
    struct side *side = &world.side[which];
    struct step step = *side->next++;

    switch (step.op) {
    case STORE:
        drain(&world, side);
        side->buffered = true;
        side->word = step.word;
        side->value = step.value;
        if (!store_buffers)
            drain(&world, side);
        break;
    case LOAD:
        side->seen = world.memory[step.word];
        break;
    case BARRIER:
        drain(&world, side);
        break;
    case END:
        return;
    }
    explore(world);
}

static void explore(struct world world)
{
    bool ended = true;

    for (int which = 0; which < 2; which++) {
        if (world.side[which].next->op != END) {
            ended = false;
            take(world, which);
        }
        if (world.side[which].buffered) {
            struct world later = world;

            ended = false;
            drain(&later, &later.side[which]);
            explore(later);
        }
    }
    if (!ended)
        return;
    /* The front end pushed request 2 and knocks if the back end asked for it.
       The back end has done request 1, and sleeps if it last saw no more. */
    bool notified = world.side[0].seen == 2;
    bool asleep = world.side[1].seen == 1;
    runs++;
    lost += asleep && !notified;
}
//@ end

//@ section: sides
static const struct step front_plain[] = {
    {STORE, REQ_PROD, 2}, {LOAD, REQ_EVENT, 0}, {END, 0, 0}};
static const struct step front_barrier[] = {
    {STORE, REQ_PROD, 2}, {BARRIER, 0, 0}, {LOAD, REQ_EVENT, 0},
    {END, 0, 0}};

static const struct step back_sleeps[] = {
    {LOAD, REQ_PROD, 0}, {END, 0, 0}};
static const struct step back_asks[] = {
    {LOAD, REQ_PROD, 0}, {STORE, REQ_EVENT, 2}, {END, 0, 0}};
static const struct step back_looks[] = {
    {STORE, REQ_EVENT, 2}, {LOAD, REQ_PROD, 0}, {END, 0, 0}};
static const struct step back_barrier[] = {
    {STORE, REQ_EVENT, 2}, {BARRIER, 0, 0}, {LOAD, REQ_PROD, 0},
    {END, 0, 0}};
//@ end

static void count(const struct step *front, const struct step *back, bool buffers)
{
    struct world world = {{1, 1}, {{front, false, 0, 0, 0}, {back, false, 0, 0, 0}}};

    store_buffers = buffers;
    runs = lost = 0;
    explore(world);
    char text[24];

    snprintf(text, sizeof text, "%u of %u", lost, runs);
    printf("%10s", text);
}

static void compare(const char *what, const struct step *front, const struct step *back)
{
    printf("%-14s", what);
    count(front, back, false);
    count(front, back, true);
    putchar('\n');
}

int main(void)
{
    printf("%-14s%10s%10s\n", "wake-ups lost", "one order", "buffers");
    compare("sleep at once", front_barrier, back_sleeps);
    compare("ask, sleep", front_barrier, back_asks);
    compare("ask, look", front_plain, back_looks);
    compare("one barrier", front_plain, back_barrier);
    compare("two barriers", front_barrier, back_barrier);
    return 0;
}

/* Two cores and one memory. A core's store waits in its buffer before it reaches memory.
   No core here loads what it has stored itself, so a load looks into memory alone. */
#ifndef CORES_H
#define CORES_H

#include <stdbool.h>
#include <stdio.h>

enum op { STORE, LOAD, BARRIER, END };
enum machine { NO_BUFFERS, BUFFERS, ANY_ORDER };

struct step {
    enum op op;
    int place, value;
};

struct core {
    const struct step *next;
    struct { int place, value; } waiting[2];  /* the oldest first */
    int count;
    struct { int place, value; } loaded[2];
    int loads;
};

struct world {
    enum machine machine;
    int memory[2];
    struct core core[2];
};

/* One of the waiting stores reaches memory. */
static void drain(struct world *world, int which, int index)
{
    struct core *core = &world->core[which];

    world->memory[core->waiting[index].place] = core->waiting[index].value;
    core->count--;
    for (int i = index; i < core->count; i++)
        core->waiting[i] = core->waiting[i + 1];
}

/* A barrier waits until the buffer is empty. */
static bool can_step(const struct core *core)
{
    return core->next->op != END && !(core->next->op == BARRIER && core->count);
}

static void take(struct world *world, int which)
{
    struct core *core = &world->core[which];
    struct step step = *core->next++;

    switch (step.op) {
    case STORE:
        core->waiting[core->count].place = step.place;
        core->waiting[core->count++].value = step.value;
        if (world->machine == NO_BUFFERS)
            drain(world, which, 0);
        break;
    case LOAD:
        core->loaded[core->loads].place = step.place;
        core->loaded[core->loads++].value = world->memory[step.place];
        break;
    case BARRIER:
    case END:
        break;
    }
}

static int orders, wrong;

/* Tries each step that may come next, in a copy of the world, and goes on. */
static void explore(struct world world, bool (*is_wrong)(const struct world *))
{
    bool ended = true;

    for (int which = 0; which < 2; which++) {
        const struct core *core = &world.core[which];
        int may_drain = world.machine == ANY_ORDER ? core->count : core->count > 0;

        if (can_step(core)) {
            struct world later = world;

            ended = false;
            take(&later, which);
            explore(later, is_wrong);
        }
        for (int i = 0; i < may_drain; i++) {
            struct world later = world;

            ended = false;
            drain(&later, which, i);
            explore(later, is_wrong);
        }
    }
    orders += ended;
    wrong += ended && is_wrong(&world);
}

static struct world begin(enum machine machine, const struct step *one, const struct step *other)
{
    struct world world = {.machine = machine};

    world.core[0].next = one;
    world.core[1].next = other;
    return world;
}

static void count(const char *name, struct world world, bool (*is_wrong)(const struct world *))
{
    orders = wrong = 0;
    explore(world, is_wrong);
    printf("%-18s  %d of %d\n", name, wrong, orders);
}

/* Prints a step: memory, and what each core holds. */
static void show(const char *title, const char *const *places, const struct world *world)
{
    printf("== %s\nmemory  %s %d, %s %d\n", title, places[0], world->memory[0], places[1],
           world->memory[1]);
    for (int which = 0; which < 2; which++) {
        const struct core *core = &world->core[which];

        printf("core %d  waiting%s", which + 1, core->count ? "" : " nothing");
        for (int i = 0; i < core->count; i++)
            printf("%s %s %d", i ? "," : "", places[core->waiting[i].place],
                   core->waiting[i].value);
        if (core->loads)
            printf("\n        loaded");
        for (int i = 0; i < core->loads; i++)
            printf("%s %s %d", i ? "," : "", places[core->loaded[i].place],
                   core->loaded[i].value);
        putchar('\n');
    }
}

#endif

//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ levels: -O0 -O2
//@ sanitize: address undefined
//@ output:
//| == both flags are 0
//| memory  first 0, second 0
//| core 1  waiting nothing
//| core 2  waiting nothing
//| == core 1 sets its flag, which waits
//| memory  first 0, second 0
//| core 1  waiting first 1
//| core 2  waiting nothing
//| == core 2 sets its flag, which waits
//| memory  first 0, second 0
//| core 1  waiting first 1
//| core 2  waiting second 1
//| == core 1 looks at the other flag
//| memory  first 0, second 0
//| core 1  waiting first 1
//|         loaded second 0
//| core 2  waiting second 1
//| == core 2 looks too, and both enter
//| memory  first 0, second 0
//| core 1  waiting first 1
//|         loaded second 0
//| core 2  waiting second 1
//|         loaded first 0
//| == both flags reach memory
//| memory  first 1, second 1
//| core 1  waiting nothing
//|         loaded second 0
//| core 2  waiting nothing
//|         loaded first 0
//| == both enter, of all orders
//| no buffers          0 of 6
//| buffers             18 of 80
//| one barrier         3 of 70
//| two barriers        0 of 70
#include "cores.h"

//@ section: cores
enum { FIRST, SECOND };

static const struct step one[] = {{STORE, FIRST, 1}, {LOAD, SECOND, 0}, {END, 0, 0}};
static const struct step other[] = {{STORE, SECOND, 1}, {LOAD, FIRST, 0}, {END, 0, 0}};
static const struct step one_barrier[] = {
    {STORE, FIRST, 1}, {BARRIER, 0, 0}, {LOAD, SECOND, 0}, {END, 0, 0}};
static const struct step other_barrier[] = {
    {STORE, SECOND, 1}, {BARRIER, 0, 0}, {LOAD, FIRST, 0}, {END, 0, 0}};

// Neither core has seen the other's flag, so both enter.
static bool is_wrong(const struct world *world)
{
    return world->core[0].loaded[0].value == 0 && world->core[1].loaded[0].value == 0;
}
//@ end

int main(void)
{
    static const char *const places[] = {"first", "second"};
    struct world world = begin(BUFFERS, one, other);

    show("both flags are 0", places, &world);
    take(&world, 0);
    show("core 1 sets its flag, which waits", places, &world);
    take(&world, 1);
    show("core 2 sets its flag, which waits", places, &world);
    take(&world, 0);
    show("core 1 looks at the other flag", places, &world);
    take(&world, 1);
    show("core 2 looks too, and both enter", places, &world);
    drain(&world, 0, 0);
    drain(&world, 1, 0);
    show("both flags reach memory", places, &world);
    puts("== both enter, of all orders");
    count("no buffers", begin(NO_BUFFERS, one, other), is_wrong);
    count("buffers", begin(BUFFERS, one, other), is_wrong);
    count("one barrier", begin(BUFFERS, one_barrier, other), is_wrong);
    count("two barriers", begin(BUFFERS, one_barrier, other_barrier), is_wrong);
    return 0;
}

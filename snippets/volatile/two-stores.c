//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ levels: -O0 -O2
//@ sanitize: address undefined
//@ output:
//| == nothing is stored yet
//| memory  data 0, ready 0
//| core 1  waiting nothing
//| core 2  waiting nothing
//| == core 1 has stored both, in order
//| memory  data 0, ready 0
//| core 1  waiting data 42, ready 1
//| core 2  waiting nothing
//| == the flag reaches memory first
//| memory  data 0, ready 1
//| core 1  waiting data 42
//| core 2  waiting nothing
//| == core 2 loads ready, then data
//| memory  data 0, ready 1
//| core 1  waiting data 42
//| core 2  waiting nothing
//|         loaded ready 1, data 0
//| == the data comes too late
//| memory  data 42, ready 1
//| core 1  waiting nothing
//| core 2  waiting nothing
//|         loaded ready 1, data 0
//| == flag without data, of all orders
//| no buffers          0 of 6
//| buffers, in order   0 of 30
//| buffers, any order  1 of 45
//| and a barrier       0 of 21
#include "cores.h"

//@ section: cores
enum { DATA, READY };

static const struct step writer[] = {{STORE, DATA, 42}, {STORE, READY, 1}, {END, 0, 0}};
static const struct step writer_barrier[] = {
    {STORE, DATA, 42}, {BARRIER, 0, 0}, {STORE, READY, 1}, {END, 0, 0}};
static const struct step reader[] = {{LOAD, READY, 0}, {LOAD, DATA, 0}, {END, 0, 0}};

// The reader has seen the flag, and not the data.
static bool is_wrong(const struct world *world)
{
    return world->core[1].loaded[0].value == 1 && world->core[1].loaded[1].value != 42;
}
//@ end

int main(void)
{
    static const char *const places[] = {"data", "ready"};
    struct world world = begin(ANY_ORDER, writer, reader);

    show("nothing is stored yet", places, &world);
    take(&world, 0);
    take(&world, 0);
    show("core 1 has stored both, in order", places, &world);
    drain(&world, 0, 1);
    show("the flag reaches memory first", places, &world);
    take(&world, 1);
    take(&world, 1);
    show("core 2 loads ready, then data", places, &world);
    drain(&world, 0, 0);
    show("the data comes too late", places, &world);
    puts("== flag without data, of all orders");
    count("no buffers", begin(NO_BUFFERS, writer, reader), is_wrong);
    count("buffers, in order", begin(BUFFERS, writer, reader), is_wrong);
    count("buffers, any order", begin(ANY_ORDER, writer, reader), is_wrong);
    count("and a barrier", begin(ANY_ORDER, writer_barrier, reader), is_wrong);
    return 0;
}

// A cache without data: it counts what a real one would have to fetch.
#include <stdint.h>
#include <string.h>

#ifndef LINE
#define LINE 64  // bytes in a line
#define SETS 64
#define WAYS 8  // lines in a set
#endif

// The numbers of lines. In each set, the one that was used last is first.
static uintptr_t cache[SETS][WAYS];
static long misses;

static void use(const void *address)
{
    uintptr_t line = (uintptr_t)address / LINE;
    uintptr_t *set = cache[line % SETS];
    int way = 0;

    while (way < WAYS - 1 && set[way] != line)
        way++;
    misses += set[way] != line;
    memmove(set + 1, set, (size_t)way * sizeof *set);
    set[0] = line;
}

static long counted(void)
{
    long since = misses;
    misses = 0;
    memset(cache, 0, sizeof cache);
    return since;
}

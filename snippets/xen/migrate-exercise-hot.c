//@ do: run
//@ std: c99
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ output:
//| round 1: 65536 pages, 131072 writes meanwhile, 500 dirty (expected 500)
//| round 2:   500 pages,   1000 writes meanwhile, 439 dirty (expected 432)
//| round 3:   439 pages,    878 writes meanwhile, 418 dirty (expected 414)
//| round 4:   418 pages,    836 writes meanwhile, 399 dirty (expected 406)
//| round 5:   399 pages,    798 writes meanwhile, 380 dirty (expected 399)
//| pause:     380 pages, 38 ms
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

//@ section: guest
enum { MEMORY = 65536, HOT = 500, LINK = 10000, WRITES = 20000 }; /* pages; pages a second */

static unsigned char dirty[MEMORY];
static uint32_t state = 2006;

static uint32_t random_below(uint32_t limit)
{
    state = state * 1664525 + 1013904223;
    return (uint32_t)(((uint64_t)state * limit) >> 32);
}

/* Returns how many pages are dirty after some writes, all of them to the hot pages. */
static int run_guest(int writes)
{
    int pages = 0;
    memset(dirty, 0, sizeof dirty);
    while (writes-- > 0)
        dirty[1000 + random_below(HOT)] = 1;
    for (int page = 0; page < MEMORY; page++)
        pages += dirty[page];
    return pages;
}
//@ end

//@ section: expected
/* A page escapes each write with probability 1 - 1/HOT. */
static double expected(int writes)
{
    double escapes = 1;
    while (writes-- > 0)
        escapes *= 1 - 1.0 / HOT;
    return HOT * (1 - escapes);
}
//@ end

int main(void)
{
    //@ section: rounds
    int left = MEMORY;
    for (int round = 1; round <= 5 && left >= 50; round++) {
        int writes = (int)((int64_t)left * WRITES / LINK);
        printf("round %d: %5d pages, %6d writes meanwhile", round, left, writes);
        left = run_guest(writes);
        double wanted = expected(writes);
        printf(", %3d dirty (expected %.0f)\n", left, wanted);
        assert(left > 0.9 * wanted && left < 1.1 * wanted);
    }
    printf("pause:   %5d pages, %.0f ms\n", left, 1000.0 * left / LINK);
    //@ end
}

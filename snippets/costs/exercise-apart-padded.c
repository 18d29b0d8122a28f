//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output: fetched 1999 times
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

//@ section: stats
struct slot {
    long long hits, bytes;
    char rest[48];
};

struct stats {
    long long total;
    struct slot slots[4];
};
//@ end

_Alignas(64) static struct stats stats;
static int owner[64];  // which core has a line
static int fetched;

static void write_by(int core, long long *counter)
{
    int *has = &owner[(uintptr_t)counter / 64 % 64];
    fetched += *has != 0 && *has != core;
    *has = core;
    ++*counter;
}

int main(void)
{
    for (int round = 0; round < 1000; round++) {
        for (int i = 0; i < 4; i++) {
            write_by(i + 1, &stats.slots[i].hits);
            write_by(i + 1, &stats.slots[i].bytes);
        }
        write_by(5, &stats.total);
    }
    printf("fetched %d times\n", fetched);
    return 0;
}

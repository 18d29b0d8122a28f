//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ valgrind: all-freed
//@ output:
//|                      requests     runs  allocations
//| one, then stop             16       17          152
//| one, then stop             32       33          560
//| one, then stop             64       65         2144
//| one, then go on            16       17          272
//| one, then go on            32       33         1056
//| one, then go on            64       65         4160
//| two, then go on            16      120         1920
//| two, then go on            32      496        15872
//| two, then go on            64     2016       129024
//| any of them                 4       16           64
//| any of them                 8      256         2048
//| any of them                16    65536      1048576
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

//@ section: cost
static unsigned long refuse;  // bit i: request i is refused
static unsigned long runs, allocations;

// The code under test: asks for blocks, and frees them again.
static bool operation(int requests, bool stops)
{
    void *blocks[64] = {0};
    bool whole = true;

    runs++;
    for (int i = 0; i < requests && (whole || !stops); i++) {
        allocations++;
        blocks[i] = refuse >> i & 1 ? NULL : malloc(1);
        whole = whole && blocks[i];
    }
    for (int i = 0; i < requests; i++)
        free(blocks[i]);
    return whole;
}

// Refuses each request in turn, until the operation passes.
static void one(int requests, bool stops)
{
    refuse = 1;
    while (operation(requests, stops) == false)
        refuse <<= 1;
}

static void two(int requests)
{
    for (int a = 0; a < requests; a++)
        for (int b = a + 1; b < requests; b++) {
            refuse = 1ul << a | 1ul << b;
            operation(requests, false);
        }
}

static void any(int requests)
{
    for (refuse = 0; refuse >> requests == 0; refuse++)
        operation(requests, false);
}
//@ end

static void told(const char *name, int requests)
{
    printf("%-19s %9d %8lu %12lu\n", name, requests, runs, allocations);
    runs = allocations = 0;
}

int main(void)
{
    printf("%29s %8s %12s\n", "requests", "runs", "allocations");
    for (int n = 16; n <= 64; n *= 2)
        one(n, true), told("one, then stop", n);
    for (int n = 16; n <= 64; n *= 2)
        one(n, false), told("one, then go on", n);
    for (int n = 16; n <= 64; n *= 2)
        two(n), told("two, then go on", n);
    for (int n = 4; n <= 16; n *= 2)
        any(n), told("any of them", n);
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra
//@ stdin: 5
//@ output: runs 5, reported 5, allocations 15
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static int asked, refuse, requests;
static int runs, reported, allocations;

static void *ask(size_t size)
{
    allocations++;
    return ++asked == refuse ? NULL : malloc(size);
}

// The code under test. It stops when a request is refused.
static bool work(void)
{
    bool whole = true;

    for (int i = 0; whole && i < requests; i++) {
        void *block = ask(8);
        whole = block != NULL;
        free(block);
    }
    return whole;
}

// Refuses the first request of `work`, then the second, and so on,
// until it passes. Counts the runs, and those that reported.
static void try_all(void)
{
    for (refuse = 1; refuse <= requests; refuse++) {
        asked = 0;
        runs++;
        if (!work())
            reported++;
    }
}

int main(void)
{
    if (scanf("%d", &requests) != 1)
        return 1;
    try_all();
    printf("runs %d, reported %d, allocations %d\n",
           runs, reported, allocations);
    return 0;
}

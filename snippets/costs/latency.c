//@ do: run
//@ std: gnu17
//@ compilers: gcc
//@ levels: -O2
//@ options: -Wall -Wextra
//@ args: 64
//@ varies: output
//@ output-contains: \A +KiB +ns a step\n( +(4|8|16|32|64) +\d+\.\d #*\n){5}\Z
//@ browser: no measures the machine that it runs on
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

//@ section: latency
enum { LINE = 64, STEPS = 1 << 18, TRIES = 5 };

struct place {
    struct place *next;
    char rest[LINE - sizeof(struct place *)];
};

// Links all places to one ring, in random order.
static void link_ring(struct place *places, size_t count)
{
    for (size_t i = 0; i < count; i++)
        places[i].next = &places[i];
    for (size_t i = count - 1; i > 0; i--) {
        size_t other = (size_t)random() % i;  // never i: it stays one ring
        struct place *kept = places[i].next;
        places[i].next = places[other].next;
        places[other].next = kept;
    }
}

static struct place *walk(struct place *at, long steps)
{
    while (steps-- > 0)
        at = at->next;  // the address of the next step comes from memory
    return at;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

int main(int argc, char **argv)
{
    size_t largest = argc > 1 ? strtoul(argv[1], NULL, 10) : 65536;

    printf("%8s  ns a step\n", "KiB");
    for (size_t kib = 4; kib <= largest; kib *= 2) {
        size_t count = kib * 1024 / sizeof(struct place);
        struct place *places = aligned_alloc(LINE, kib * 1024);
        if (!places)
            return 1;
        link_ring(places, count);
        struct place *at = walk(places, (long)count);  // warms up
        double best = 1e9;
        for (int i = 0; i < TRIES; i++) {
            double since = seconds();
            at = walk(at, STEPS);
            double took = seconds() - since;
            best = took < best ? took : best;  // the others were disturbed
        }
        double ns = best * 1e9 / STEPS;
        printf("%8zu %8.1f ", kib, ns);
        for (double bar = 0; bar < ns && bar < 180; bar += 3)
            putchar('#');
        putchar('\n');
        if (!at)
            return 1;
        free(places);
    }
    return 0;
}
//@ end

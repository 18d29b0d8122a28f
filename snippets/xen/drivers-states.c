//@ do: run
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ output:
//| blkfront, blkback: 1/1 1/2 3/2 3/4 4/4 done
//| netfront, netback: 1/1 1/2 4/2 4/4 done
//| netfront, blkback: 1/1 1/2 4/2 4/4 done
//| blkfront, netback: 1/1 1/2 3/2 stuck
#include <stdbool.h>
#include <stdio.h>
#include <xen/io/xenbus.h>

enum { ANY = -1 };

//@ section: rules
struct rule {
    int mine, other, next; // in these two states, go to that one
};

static const struct rule blkfront[] = {
    {XenbusStateInitialising, XenbusStateInitWait,
     XenbusStateInitialised},
    {XenbusStateInitialised, XenbusStateConnected,
     XenbusStateConnected},
    {0},
};
static const struct rule blkback[] = {
    {XenbusStateInitialising, ANY, XenbusStateInitWait},
    {XenbusStateInitWait, XenbusStateInitialised, XenbusStateConnected},
    {XenbusStateInitWait, XenbusStateConnected, XenbusStateConnected},
    {0},
};
static const struct rule netfront[] = {
    {XenbusStateInitialising, XenbusStateInitWait,
     XenbusStateConnected},
    {0},
};
static const struct rule netback[] = {
    {XenbusStateInitialising, ANY, XenbusStateInitWait},
    {XenbusStateInitWait, XenbusStateConnected, XenbusStateConnected},
    {0},
};
//@ end

//@ section: explore
static int next(const struct rule *rules, int mine, int other)
{
    for (; rules->next; rules++)
        if (rules->mine == mine &&
            (rules->other == ANY || rules->other == other))
            return rules->next;
    return mine;
}

// Whoever can move may be the one that does: all orders are tried.
static void explore(const struct rule *front, const struct rule *back,
                    int f, int b)
{
    printf(" %d/%d", f, b);
    int f_next = next(front, f, b), b_next = next(back, b, f);
    if (f_next != f)
        explore(front, back, f_next, b);
    if (b_next != b)
        explore(front, back, f, b_next);
    if (f_next == f && b_next == b)
        puts(f == b && b == XenbusStateConnected ? " done" : " stuck");
}
//@ end

#define EXPLORE(front, back)                          \
    printf("%s, %s:", #front, #back),                 \
    explore(front, back, XenbusStateInitialising,     \
            XenbusStateInitialising)

int main(void)
{
    EXPLORE(blkfront, blkback);
    EXPLORE(netfront, netback);
    EXPLORE(netfront, blkback);
    EXPLORE(blkfront, netback);
}

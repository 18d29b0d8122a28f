//@ do: run
//@ std: c99
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ output:
//| calm: 4096 MiB, link 1000 MiB/s, guest writes 200 MiB/s
//|   round 1:  4096.00 MiB in  4.0960 s
//|   round 2:   819.20 MiB in  0.8192 s
//|   round 3:   163.84 MiB in  0.1638 s
//|   round 4:    32.77 MiB in  0.0328 s
//|   round 5:     6.55 MiB in  0.0066 s
//|   pause:       1.31 MiB in  0.0013 s
//|   sent 1.25 times the memory, took 5.120 s, stood still 0.0013 s
//| busy: 4096 MiB, link 1000 MiB/s, guest writes 800 MiB/s
//|   round 1:  4096.00 MiB in  4.0960 s
//|   round 2:  3276.80 MiB in  3.2768 s
//|   round 3:  2621.44 MiB in  2.6214 s
//|   round 4:  2097.15 MiB in  2.0972 s
//|   round 5:  1677.72 MiB in  1.6777 s
//|   pause:    1342.18 MiB in  1.3422 s
//|   sent 3.69 times the memory, took 15.111 s, stood still 1.3422 s
//| storm: 4096 MiB, link 1000 MiB/s, guest writes 1200 MiB/s
//|   round 1:  4096.00 MiB in  4.0960 s
//|   round 2:  4096.00 MiB in  4.0960 s
//|   round 3:  4096.00 MiB in  4.0960 s
//|   round 4:  4096.00 MiB in  4.0960 s
//|   round 5:  4096.00 MiB in  4.0960 s
//|   pause:    4096.00 MiB in  4.0960 s
//|   sent 6.00 times the memory, took 24.576 s, stood still 4.0960 s
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

//@ section: model
struct plan {
    double memory;    /* MiB */
    double bandwidth; /* MiB a second */
    double dirtying;  /* MiB a second that the guest writes anew */
    int rounds;       /* at most so many while it runs */
    double enough;    /* MiB; so little may remain for the pause */
};

struct outcome {
    double sent, total, pause; /* MiB, seconds, seconds */
    int rounds;
};

static struct outcome migrate(struct plan plan, int show)
{
    struct outcome done = {0, 0, 0, 0};
    double left = plan.memory;
    while (done.rounds < plan.rounds && left > plan.enough) {
        double seconds = left / plan.bandwidth;
        double dirtied = plan.dirtying * seconds;
        if (dirtied > plan.memory)
            dirtied = plan.memory; /* a page is dirty or it is not */
        done.rounds++;
        if (show)
            printf("  round %d: %8.2f MiB in %7.4f s\n", done.rounds, left, seconds);
        done.sent += left;
        done.total += seconds;
        left = dirtied;
    }
    done.pause = left / plan.bandwidth;
    done.sent += left;
    done.total += done.pause;
    if (show)
        printf("  pause:   %8.2f MiB in %7.4f s\n", left, done.pause);
    return done;
}
//@ end

//@ section: closed
/* Each round is the one before it times dirtying / bandwidth, at most 1. */
static struct outcome closed_form(struct plan plan, int rounds)
{
    double ratio = plan.dirtying / plan.bandwidth, power = 1, sum = 0;
    if (ratio > 1)
        ratio = 1; /* all pages are dirty again, and no more */
    for (int i = 0; i < rounds; i++)
        power *= ratio;
    sum = ratio == 1 ? rounds + 1 : (1 - power * ratio) / (1 - ratio);
    return (struct outcome){plan.memory * sum, plan.memory * sum / plan.bandwidth,
                            plan.memory * power / plan.bandwidth, rounds};
}

static int close_to(double a, double b)
{
    double difference = a > b ? a - b : b - a;
    return difference <= 1e-9 * (a + b);
}
//@ end

static void try(const char *title, struct plan plan)
{
    printf("%s: %g MiB, link %g MiB/s, guest writes %g MiB/s\n", title, plan.memory,
           plan.bandwidth, plan.dirtying);
    struct outcome done = migrate(plan, 1);
    printf("  sent %.2f times the memory, took %.3f s, stood still %.4f s\n",
           done.sent / plan.memory, done.total, done.pause);
    struct outcome formula = closed_form(plan, done.rounds);
    assert(close_to(done.sent, formula.sent));
    assert(close_to(done.total, formula.total));
    assert(close_to(done.pause, formula.pause));
}

int main(int count, char **arguments)
{
    /* Xen's own rule: five rounds, or fewer than 50 pages left. */
    struct plan plan = {4096, 1000, 200, 5, 50 * 4096 / 1048576.0};
    if (count == 6) {
        plan = (struct plan){atof(arguments[1]), atof(arguments[2]), atof(arguments[3]),
                             atoi(arguments[4]), atof(arguments[5])};
        if (plan.memory <= 0 || plan.bandwidth <= 0 || plan.dirtying < 0)
            return puts("memory and bandwidth must be above 0"), 1;
        try("yours", plan);
        return 0;
    }
    try("calm", plan);
    plan.dirtying = 800;
    try("busy", plan);
    plan.dirtying = 1200;
    try("storm", plan);
}

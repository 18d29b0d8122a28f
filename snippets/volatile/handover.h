// Makes the threads of the handover programs meet in the same order on
// every machine, idle or busy: no clock on the wall is asked.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

static atomic_bool main_ended;

// How long the process has computed, in milliseconds.
static long computed(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// Returns when main has spun in its loop for a while, or is past it.
static void let_main_wait(void)
{
    while (computed() < 100 && !atomic_load(&main_ended)) {
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
}

static void main_is_done(void)
{
    atomic_store(&main_ended, 1);
}

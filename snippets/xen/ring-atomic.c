//@ do: run
//@ std: gnu17
//@ compilers: gcc clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pthread
//@ sanitize: thread
//@ timeout: 60s
//@ output: 20000 jobs, sum 200010000; nobody slept for ever
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { SLOTS = 8, JOBS = 20000 };

//@ section: ring
/* A ring's indices and slots, and an event channel each way. */
static struct {
    atomic_uint req_prod, req_event, rsp_prod, rsp_event;
    uint32_t slot[SLOTS];
} shared = {.req_event = 1, .rsp_event = 1};
static sem_t knock_back, knock_front;

/* Publishes an index; returns whether the other end wants a knock. */
static bool push(atomic_uint *prod, unsigned next, atomic_uint *event)
{
    unsigned old = atomic_load_explicit(prod, memory_order_relaxed);

    atomic_store(prod, next);   /* seq_cst: stays before the load */
    return next - atomic_load(event) < next - old;
}

/* Asks for an event and looks again; returns whether there is work. */
static bool final_check(atomic_uint *prod, unsigned cons,
                        atomic_uint *event)
{
    atomic_store(event, cons + 1);
    return atomic_load(prod) != cons;
}
//@ end

//@ section: serve
static void *serve(void *unused)
{
    unsigned cons = 0;
    uint64_t sum = 0;

    while (cons < JOBS) {
        while (atomic_load(&shared.req_prod) != cons) {
            sum += shared.slot[cons++ % SLOTS];
            if (push(&shared.rsp_prod, cons, &shared.rsp_event))
                sem_post(&knock_front);
        }
        if (cons < JOBS && !final_check(&shared.req_prod, cons, &shared.req_event))
            sem_wait(&knock_back);
    }
    printf("%u jobs, sum %llu; nobody slept for ever\n", cons,
           (unsigned long long)sum);
    return unused;
}
//@ end

int main(void)
{
    pthread_t thread;
    unsigned rsp_cons = 0;

    sem_init(&knock_back, 0, 0);
    sem_init(&knock_front, 0, 0);
    pthread_create(&thread, NULL, serve, NULL);
    for (unsigned prod = 0; prod < JOBS;) {
        while (prod - rsp_cons == SLOTS) {
            rsp_cons = atomic_load(&shared.rsp_prod);
            if (prod - rsp_cons == SLOTS && !final_check(&shared.rsp_prod, rsp_cons, &shared.rsp_event))
                sem_wait(&knock_front);
        }
        shared.slot[prod % SLOTS] = prod + 1;
        prod++;
        if (push(&shared.req_prod, prod, &shared.req_event))
            sem_post(&knock_back);
    }
    pthread_join(thread, NULL);
    return 0;
}

//@ do: run
//@ std: gnu17
//@ compilers: gcc clang-19
//@ levels: -O1
//@ options: -Wall -Wextra -pthread
//@ requires: libxen-dev
//@ sanitize: thread
//@ exit: 66
//@ stderr-contains: data race
//@ varies: output
//@ timeout: 60s
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

//@ section: barriers
/* What an x86 kernel has: loads and stores keep their order but for a store before a load. */
#define xen_mb() __asm__ volatile("lock addl $0, -4(%%rsp)" ::: "memory", "cc")
#define xen_rmb() __asm__ volatile("" ::: "memory")
#define xen_wmb() __asm__ volatile("" ::: "memory")
#include <xen/io/ring.h>
//@ end

struct job { uint32_t number; };
struct done { uint32_t number; };
DEFINE_RING_TYPES(demo, struct job, struct done);

enum { JOBS = 1000 };
static _Alignas(4096) unsigned char page[4096];
static demo_front_ring_t front;
static demo_back_ring_t back;

//@ section: serve
static void *serve(void *unused)
{
    uint64_t sum = 0;

    while (back.req_cons < JOBS) {
        while (!RING_HAS_UNCONSUMED_REQUESTS(&back)) {
            xen_rmb();
        }
        xen_rmb();
        sum += RING_GET_REQUEST(&back, back.req_cons++)->number;
        back.rsp_prod_pvt++;
        RING_PUSH_RESPONSES(&back);
    }
    printf("sum %llu\n", (unsigned long long)sum);
    return unused;
}
//@ end

int main(void)
{
    pthread_t thread;

    XEN_FRONT_RING_INIT(&front, (demo_sring_t *)page, sizeof page);
    BACK_RING_INIT(&back, (demo_sring_t *)page, sizeof page);
    pthread_create(&thread, NULL, serve, NULL);
    for (uint32_t number = 1; number <= JOBS; number++) {
        while (RING_FULL(&front)) {
            xen_rmb();
            front.rsp_cons = front.sring->rsp_prod;
        }
        RING_GET_REQUEST(&front, front.req_prod_pvt++)->number = number;
        RING_PUSH_REQUESTS(&front);
    }
    pthread_join(thread, NULL);
    return 0;
}

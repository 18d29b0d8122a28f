//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| push 1
//|   the back end is woken
//|   job 1
//| push 2
//|   the back end is woken
//|   job 2
//| push 3
//|   the back end is woken
//|   job 3
//| waiting: 0
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define xen_mb() atomic_thread_fence(memory_order_seq_cst)
#define xen_rmb() atomic_thread_fence(memory_order_acquire)
#define xen_wmb() atomic_thread_fence(memory_order_release)
#include <xen/io/ring.h>

//@ section: types
struct job { uint32_t number; };
struct done { uint32_t number; };
DEFINE_RING_TYPES(demo, struct job, struct done);
//@ end

static _Alignas(4096) unsigned char page[4096];
static demo_front_ring_t front;
static demo_back_ring_t back;

//@ section: push
/* Returns whether the back end wants to hear of it. */
static int push(uint32_t number)
{
    int notify;

    RING_GET_REQUEST(&front, front.req_prod_pvt)->number = number;
    front.req_prod_pvt++;
    RING_PUSH_REQUESTS_AND_CHECK_NOTIFY(&front, notify);
    return notify;
}
//@ end

//@ section: serve
static void serve(void)
{
    int more;

    do {
        while (RING_HAS_UNCONSUMED_REQUESTS(&back)) {
            struct job job;

            xen_rmb();          /* the index first, then the slot */
            RING_COPY_REQUEST(&back, back.req_cons, &job);
            xen_rmb();          /* and it is a copy */
            back.req_cons++;
            printf("  job %u\n", job.number);
        }
        RING_FINAL_CHECK_FOR_REQUESTS(&back, more);
    } while (more);
}
//@ end

//@ section: main
int main(void)
{
    demo_sring_t *shared = (demo_sring_t *)page;

    XEN_FRONT_RING_INIT(&front, shared, sizeof page);
    BACK_RING_INIT(&back, shared, sizeof page);
    for (uint32_t number = 1; number <= 3; number++) {
        printf("push %u\n", number);
        if (push(number)) {
            printf("  the back end is woken\n");
            serve();
        }
    }
    printf("waiting: %u\n", RING_HAS_UNCONSUMED_REQUESTS(&back));
    return 0;
}
//@ end

//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| index 4294967294  slot 510  free 511  notify 1
//| index 4294967295  slot 511  free 511  notify 1
//| index          0  slot   0  free 510  notify 1
//| index          1  slot   1  free 511  notify 1
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

//@ section: wrap
/* Both ends begin two requests before the indices overflow. */
static void attach(demo_sring_t *shared, RING_IDX start)
{
    SHARED_RING_INIT(shared);
    shared->req_prod = shared->rsp_prod = start;
    shared->req_event = shared->rsp_event = start + 1;
    FRONT_RING_ATTACH(&front, shared, start, sizeof page);
    BACK_RING_ATTACH(&back, shared, start, sizeof page);
}

int main(void)
{
    attach((demo_sring_t *)page, 0xfffffffeu);
    for (uint32_t number = 1; number <= 4; number++) {
        int notify, more;
        RING_IDX index = front.req_prod_pvt++;

        RING_GET_REQUEST(&front, index)->number = number;
        RING_PUSH_REQUESTS_AND_CHECK_NOTIFY(&front, notify);
        printf("index %10u  slot %3u  free %u  notify %d\n", index,
               index & (RING_SIZE(&front) - 1),
               RING_FREE_REQUESTS(&front), notify);

        index = back.req_cons++;
        number = RING_GET_REQUEST(&back, index)->number;
        RING_GET_RESPONSE(&back, back.rsp_prod_pvt++)->number = number;
        RING_PUSH_RESPONSES(&back);
        RING_FINAL_CHECK_FOR_REQUESTS(&back, more);
        if (number != 2)        /* one answer is fetched late */
            front.rsp_cons = front.sring->rsp_prod;
    }
    return 0;
}
//@ end

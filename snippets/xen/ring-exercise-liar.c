//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| slots 512, requests to come 512, overflow yes
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

struct job { uint32_t number; };
struct done { uint32_t number; };
DEFINE_RING_TYPES(demo, struct job, struct done);

static _Alignas(4096) unsigned char page[4096];
static demo_back_ring_t back;

//@ section: liar
int main(void)
{
    demo_sring_t *shared = (demo_sring_t *)page;
    RING_IDX prod;

    SHARED_RING_INIT(shared);
    BACK_RING_INIT(&back, shared, sizeof page);
    shared->req_prod = 1000000; /* the front end lies */

    prod = shared->req_prod;
    xen_rmb();
    printf("slots %u, requests to come %u, overflow %s\n",
           RING_SIZE(&back), RING_HAS_UNCONSUMED_REQUESTS(&back),
           RING_REQUEST_PROD_OVERFLOW(&back, prod) ? "yes" : "no");
    return 0;
}
//@ end

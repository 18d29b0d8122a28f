//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| push 1
//| push 2
//| push 3: knock
//| push 4
//| push 5
//| push 6: knock
//| push 7
//| push 8
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
static demo_front_ring_t front;
static demo_back_ring_t back;

//@ section: batch
static void serve_lazily(void)
{
    do {
        back.req_cons = back.rsp_prod_pvt = back.sring->req_prod;
        /* RING_FINAL_CHECK would say + 1, and look for any */
        back.sring->req_event = back.req_cons + 3;
        xen_mb();
    } while (back.sring->req_prod - back.req_cons >= 3);
}

int main(void)
{
    XEN_FRONT_RING_INIT(&front, (demo_sring_t *)page, sizeof page);
    BACK_RING_INIT(&back, (demo_sring_t *)page, sizeof page);
    serve_lazily();
    for (int push = 1; push <= 8; push++) {
        int notify;

        front.req_prod_pvt++;
        RING_PUSH_REQUESTS_AND_CHECK_NOTIFY(&front, notify);
        printf("push %d%s\n", push, notify ? ": knock" : "");
        if (notify)
            serve_lazily();
    }
    return 0;
}
//@ end

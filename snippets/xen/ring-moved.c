//@ do: compile
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O2
//@ options: -Wall -Wextra -fcf-protection=none
//@ requires: libxen-dev
//@ scan-assembler-not: cmp[bl]\s.*\(%r
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define xen_mb() atomic_thread_fence(memory_order_seq_cst)
#define xen_rmb() atomic_thread_fence(memory_order_acquire)
#define xen_wmb() atomic_thread_fence(memory_order_release)
#include <xen/io/ring.h>

struct job { uint8_t op, unit; uint16_t length; uint32_t sector; };
struct done { uint8_t op; int8_t status; uint16_t length; };
DEFINE_RING_TYPES(disk, struct job, struct done);

int nothing(void), fetch(void), store(void), flush(void), discard(void), lock(void);

//@ section: serve
int serve(disk_back_ring_t *back)
{
    struct job job;

    RING_COPY_REQUEST(back, back->req_cons, &job);
    back->req_cons++;   /* what if the request lies there? */
    switch (job.op) {
    case 0: return nothing();
    case 1: return fetch();
    case 2: return store();
    case 3: return flush();
    case 4: return discard();
    case 5: return lock();
    default: return -1;
    }
}
//@ end

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
/* As xenctrl.h has it for x86: it says that memory changes, and makes no instruction. */
#define xen_rmb() __asm__ volatile("" ::: "memory")
#define xen_wmb() atomic_thread_fence(memory_order_release)
#include <xen/io/ring.h>

struct job { uint8_t op, unit; uint16_t length; uint32_t sector; };
struct done { uint8_t op; int8_t status; uint16_t length; };
DEFINE_RING_TYPES(disk, struct job, struct done);

int nothing(void), fetch(void), store(void), flush(void), discard(void), lock(void);

//@ section: serve
int serve(const disk_back_ring_t *back)
{
    struct job job;

    job = *RING_GET_REQUEST(back, back->req_cons);
    xen_rmb(); /* what was read stands behind us */
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

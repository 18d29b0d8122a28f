/* As the starter's, and between any two looks into the ring the other domain may come in. */
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define xen_mb() atomic_thread_fence(memory_order_seq_cst)
#define xen_rmb() atomic_thread_fence(memory_order_acquire)
#define xen_wmb() atomic_thread_fence(memory_order_release)
#include <xen/io/ring.h>

struct job { uint32_t number; };
struct done { uint32_t number; };
DEFINE_RING_TYPES(demo, struct job, struct done);

void serve(demo_back_ring_t *back);
void handle(uint32_t number);
void looked(unsigned found);

static inline unsigned unconsumed(demo_back_ring_t *back)
{
    return RING_HAS_UNCONSUMED_REQUESTS(back);
}

#ifndef OTHER_DOMAIN
#undef RING_HAS_UNCONSUMED_REQUESTS
#define RING_HAS_UNCONSUMED_REQUESTS(r) \
    ({ unsigned found_ = unconsumed(r); looked(found_); found_; })
#endif

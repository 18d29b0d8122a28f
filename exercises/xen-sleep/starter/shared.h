/* What both domains know: the ring of Xen's own header, and a request of this device. */
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

/* Handles what is in the ring, and returns when the back end may sleep until the next knock. */
void serve(demo_back_ring_t *back);

/* Does what a request asks for. */
void handle(uint32_t number);

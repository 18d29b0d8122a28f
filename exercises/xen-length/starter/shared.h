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

enum { SECTORS = 1000, MOST = 11 };

struct job { uint8_t segments; uint32_t sector[MOST]; };
struct done { uint32_t number; };
DEFINE_RING_TYPES(demo, struct job, struct done);

/* Takes one request. Returns how many sectors it asks for, now in `sector`; -1 for a request that asks
   for more than MOST, or for a sector that the disk does not have. */
int take(demo_back_ring_t *back, uint32_t sector[MOST]);

/* The other domain runs whenever it likes. Here it runs at this point: leave the call in its place. */
void meanwhile(void);

//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| block  112/16   32 slots
//| net tx  12/4   256 slots
//| net rx   8/8   256 slots
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define xen_mb() atomic_thread_fence(memory_order_seq_cst)
#define xen_rmb() atomic_thread_fence(memory_order_acquire)
#define xen_wmb() atomic_thread_fence(memory_order_release)
#include <xen/grant_table.h>
#include <xen/io/blkif.h>
#include <xen/io/netif.h>

//@ section: size
#define SHOW(name, type)                                  \
    printf("%-6s %3zu/%-2zu %4u slots\n", name,           \
           sizeof(type##_request_t),                      \
           sizeof(type##_response_t),                     \
           (unsigned)__CONST_RING_SIZE(type, 4096))

int main(void)
{
    SHOW("block", blkif);
    SHOW("net tx", netif_tx);
    SHOW("net rx", netif_rx);
    return 0;
}
//@ end

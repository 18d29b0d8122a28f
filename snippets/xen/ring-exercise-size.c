//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| block   request 112  response 16  slots 32
//| net tx  request  12  response  4  slots 256
//| net rx  request   8  response  8  slots 256
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
int main(void)
{
    printf("block   request %3zu  response %2zu  slots %u\n", sizeof(blkif_request_t),
           sizeof(blkif_response_t), (unsigned)__CONST_RING_SIZE(blkif, 4096));
    printf("net tx  request %3zu  response %2zu  slots %u\n", sizeof(netif_tx_request_t),
           sizeof(netif_tx_response_t), (unsigned)__CONST_RING_SIZE(netif_tx, 4096));
    printf("net rx  request %3zu  response %2zu  slots %u\n", sizeof(netif_rx_request_t),
           sizeof(netif_rx_response_t), (unsigned)__CONST_RING_SIZE(netif_rx, 4096));
    return 0;
}
//@ end

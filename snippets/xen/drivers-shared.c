//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ output:
//| block: 32 requests of 112 bytes in a page
//|   11 grants in each: 1408 KiB on the way
//| network, sending: 256 requests of 12 bytes
//| network, receiving: 256 requests of 8 bytes
//|   1 grant in each: 1024 KiB
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#define xen_mb() __sync_synchronize()
#define xen_rmb() __sync_synchronize()
#define xen_wmb() __sync_synchronize()
#include <xen/xen.h>
#include <xen/grant_table.h>
#include <xen/io/blkif.h>
#include <xen/io/netif.h>

enum { PAGE = 4096 };

int main(void)
{
    //@ section: sizes
    unsigned block = __CONST_RING_SIZE(blkif, PAGE);
    printf("block: %u requests of %zu bytes in a page\n", block,
           sizeof(union blkif_sring_entry));
    printf("  %d grants in each: %u KiB on the way\n",
           BLKIF_MAX_SEGMENTS_PER_REQUEST,
           block * BLKIF_MAX_SEGMENTS_PER_REQUEST * PAGE / 1024);
    unsigned send = __CONST_RING_SIZE(netif_tx, PAGE);
    printf("network, sending: %u requests of %zu bytes\n", send,
           sizeof(union netif_tx_sring_entry));
    unsigned receive = __CONST_RING_SIZE(netif_rx, PAGE);
    printf("network, receiving: %u requests of %zu bytes\n", receive,
           sizeof(union netif_rx_sring_entry));
    printf("  1 grant in each: %u KiB\n", send * PAGE / 1024);
    //@ end
}

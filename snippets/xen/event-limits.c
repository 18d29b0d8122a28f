//@ do: assemble
//@ std: c11
//@ requires: libxen-dev
#include <stddef.h>
#include <stdint.h>
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <xen/event_channel.h>

//@ section: limits
_Static_assert(EVTCHN_2L_NR_CHANNELS == 4096, "64 words of 64 bits");
_Static_assert(EVTCHN_FIFO_NR_CHANNELS == 131072, "17 bits of link");
_Static_assert(sizeof(struct vcpu_info) == 64, "one cache line");
_Static_assert(sizeof(evtchn_fifo_control_block_t) == 72, "16 heads");
//@ end

//@ do: assemble
//@ std: c11
//@ requires: libxen-dev
//@ options: -m32 -ffreestanding
#include <stdint.h>
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <xen/event_channel.h>

//@ section: limits
_Static_assert(EVTCHN_2L_NR_CHANNELS == 1024, "32 words of 32 bits");
_Static_assert(EVTCHN_FIFO_NR_CHANNELS == 131072, "17 bits of link");
//@ end

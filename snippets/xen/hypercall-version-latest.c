//@ do: run
//@ std: c11
//@ requires: libxen-dev
//@ levels: -O0
//@ options: -Wall -Wextra
//@ output:
//| sched_op         29
//| event_channel_op 32
//| the interface of 40e00
#include <stdint.h>
#include <stdio.h>
//@ section: program
#define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
#include <xen/xen.h>

int main(void)
{
    printf("sched_op         %d\n", __HYPERVISOR_sched_op);
    printf("event_channel_op %d\n", __HYPERVISOR_event_channel_op);
    printf("the interface of %x\n", __XEN_INTERFACE_VERSION__);
}
//@ end

//@ do: run
//@ std: c11
//@ requires: libxen-dev
//@ levels: -O0
//@ options: -Wall -Wextra
//@ output:
//| sched_op         6
//| event_channel_op 16
#include <stdint.h>
#include <stdio.h>
//@ section: program
#include <xen/xen.h>

int main(void)
{
    printf("sched_op         %d\n", __HYPERVISOR_sched_op);
    printf("event_channel_op %d\n", __HYPERVISOR_event_channel_op);
}
//@ end

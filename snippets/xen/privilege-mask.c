//@ do: compile
//@ std: c11
//@ requires: libxen-dev
//@ levels: -O2
//@ options: -Wall -Wextra
//@ scan-assembler: movb\t\$1, 1\(%rdi\)
//@ scan-assembler-not: \tcli|\tpopf
#include <stdint.h>
#include <xen/xen.h>

_Static_assert(XEN_HAVE_PV_UPCALL_MASK == 1, "only on x86, only for PV");

//@ section: mask
void irq_disable(volatile vcpu_info_t *vcpu)
{
    vcpu->evtchn_upcall_mask = 1;
}
//@ end

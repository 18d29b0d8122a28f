//@ do: compile
//@ std: gnu11
//@ requires: libxen-dev
//@ levels: -O2
//@ options: -Wall -Wextra -fno-pie -mno-red-zone
//@ scan-assembler: movq\t%rcx, %r10
#include <stdint.h>
#define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
#include <xen/xen.h>

extern char hypercall_page[];

//@ section: update
long mmu_update(mmu_update_t *updates, long count, int *done, long domain)
{
    register long result __asm__("rax");
    register mmu_update_t *from __asm__("rdi") = updates;
    register long number __asm__("rsi") = count;
    register int *finished __asm__("rdx") = done;
    register long owner __asm__("r10") = domain;
    __asm__ volatile("call %c[entry]"
                     : "=r"(result), "+r"(from), "+r"(number), "+r"(finished), "+r"(owner)
                     : [entry] "i"(hypercall_page + 32 * __HYPERVISOR_mmu_update)
                     : "memory");
    return result;
}
//@ end

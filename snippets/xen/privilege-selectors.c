//@ do: run
//@ std: c11
//@ requires: libxen-dev
//@ levels: -O0
//@ options: -Wall -Wextra
//@ output:
//| kernel:   code segment 0xe033, ring 3
//| programs: code segment 0xe033, ring 3
#include <stdint.h>
#include <stdio.h>
#include <xen/xen.h>

//@ section: rings
/* The two low bits of a code segment's selector are the ring. */
_Static_assert((FLAT_KERNEL_CS64 & 3) == 3, "the kernel: ring 3");
_Static_assert(FLAT_USER_CS64 == FLAT_KERNEL_CS64, "programs: the same");
//@ end

int main(void)
{
    printf("kernel:   code segment %#x, ring %d\n", FLAT_KERNEL_CS, FLAT_KERNEL_CS & 3);
    printf("programs: code segment %#x, ring %d\n", FLAT_USER_CS, FLAT_USER_CS & 3);
}

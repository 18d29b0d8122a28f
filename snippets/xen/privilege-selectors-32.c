//@ do: assemble
//@ std: c11
//@ requires: libxen-dev
//@ options: -m32 -ffreestanding
#include <stdint.h>
#include <xen/xen.h>

_Static_assert((FLAT_KERNEL_CS & 3) == 1, "the kernel: ring 1");
_Static_assert((FLAT_USER_CS & 3) == 3, "programs: ring 3");

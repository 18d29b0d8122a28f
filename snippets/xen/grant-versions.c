//@ do: assemble
//@ std: c11
//@ requires: libxen-dev
#include <stddef.h>
#include <stdint.h>
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <xen/grant_table.h>

//@ section: versions
_Static_assert(sizeof(grant_entry_v1_t) == 8, "512 to a page");
_Static_assert(sizeof(grant_entry_v2_t) == 16, "256 to a page");

grant_entry_v1_t one;
grant_entry_v2_t two;
_Static_assert(sizeof one.frame == 4, "frames below 16 TiB");
_Static_assert(sizeof two.full_page.frame == 8, "any frame");
_Static_assert(offsetof(grant_entry_v1_t, domid) ==
               offsetof(grant_entry_v2_t, hdr.domid), "alike");
//@ end

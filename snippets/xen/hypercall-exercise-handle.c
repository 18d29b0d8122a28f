//@ do: compile
//@ std: c11
//@ requires: libxen-dev
//@ compilers: gcc clang clang-19
//@ levels: -O0
//@ options: -Wall -Wextra
#include <stdint.h>
#define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
#include <xen/xen.h>

//@ section: handle
_Static_assert(sizeof(XEN_GUEST_HANDLE(char)) == sizeof(char *), "same size");

void take(char *text)
{
    XEN_GUEST_HANDLE(char) handle;
    set_xen_guest_handle(handle, text);
    (void)handle;
    handle = text; //~[gcc] error: incompatible types
    //~[clang*] error: assigning to
}
//@ end

//@ do: compile
//@ std: c11
//@ requires: libxen-dev
//@ compilers: gcc clang clang-19
//@ levels: -O0
//@ options: -Wall -Wextra
#include <stdint.h>
#include <xen/xen.h>

//@ section: handle
void take(char *text)
{
    XEN_GUEST_HANDLE(char) handle;
    handle = text;
    (void)handle;
}
//@ end

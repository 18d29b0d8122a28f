//@ do: compile
//@ std: gnu11
//@ requires: libxen-dev
//@ levels: -O2
//@ options: -Wall -Wextra -fno-pie -mno-red-zone
//@ scan-assembler: callq?[ \t]hypercall_page\+576
//@ scan-assembler-not: syscall|int\t
#include <stdint.h>
#define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
#include <xen/xen.h>

//@ section: call
extern char hypercall_page[];

long console_write(long length, const char *text)
{
    register long result __asm__("rax");
    register long command __asm__("rdi") = CONSOLEIO_write;
    register long bytes __asm__("rsi") = length;
    register const char *from __asm__("rdx") = text;
    __asm__ volatile("call %c[entry]"
                     : "=r"(result), "+r"(command), "+r"(bytes), "+r"(from)
                     : [entry] "i"(hypercall_page + 32 * __HYPERVISOR_console_io)
                     : "memory");
    return result;
}
//@ end

//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| port 4 is served
//| port 159 is served
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <xen/event_channel.h>

//@ section: ports
static struct shared_info page = {
    .vcpu_info[0] = {
        .evtchn_upcall_pending = 1,
        .evtchn_pending_sel = 0x5,
    },
    .evtchn_pending = {[0] = 0x12, [1] = 0x8, [2] = 0x80000001},
    .evtchn_mask = {[0] = 0x2, [2] = 0x1},
};
//@ end

int main(void)
{
    enum { BITS = 8 * sizeof(xen_ulong_t) };

    for (unsigned word = 0; word < BITS; word++) {
        if (!(page.vcpu_info[0].evtchn_pending_sel >> word & 1))
            continue;
        for (unsigned bit = 0; bit < BITS; bit++)
            if ((page.evtchn_pending[word] & ~page.evtchn_mask[word]) >> bit & 1)
                printf("port %u is served\n", word * BITS + bit);
    }
    return 0;
}

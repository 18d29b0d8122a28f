//@ do: run
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c
//@ output:
//| 4092: written
//| 4093: written
//| 4094: Argument list too long
//| 4095: Argument list too long
//| 4096: Argument list too long
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <xenstore.h>
#include <xen/io/xs_wire.h>

int main(void)
{
    static char value[XENSTORE_PAYLOAD_MAX];
    struct xs_handle *store = xs_open(0);
    //@ section: try
    for (size_t size = sizeof value - 4; size <= sizeof value; size++) {
        memset(value, 'x', size);
        bool done = xs_write(store, XBT_NULL, "/v", value, size);
        printf("%zu: %s\n", size, done ? "written" : strerror(errno));
    }
    //@ end
    xs_close(store);
}

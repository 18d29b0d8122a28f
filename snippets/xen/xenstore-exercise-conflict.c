//@ do: run
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c
//@ output:
//| /written: Resource temporarily unavailable
//| /read: Resource temporarily unavailable
//| /neither: done
//| /read/child: Resource temporarily unavailable
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xenstore.h>

//@ section: try
static void transaction(struct xs_handle *a, struct xs_handle *b,
                        const char *other)
{
    xs_write(b, XBT_NULL, "/read", "0", 1);
    xs_transaction_t in = xs_transaction_start(a);
    free(xs_read(a, in, "/read", NULL));
    xs_write(a, in, "/written", "1", 1);
    xs_write(b, XBT_NULL, other, "0", 1); // b, in the meantime
    bool done = xs_transaction_end(a, in, false);
    printf("%s: %s\n", other, done ? "done" : strerror(errno));
}
//@ end

int main(void)
{
    struct xs_handle *a = xs_open(0), *b = xs_open(0);
    transaction(a, b, "/written");
    transaction(a, b, "/read");
    transaction(a, b, "/neither");
    transaction(a, b, "/read/child");
    xs_close(a);
    xs_close(b);
}

//@ do: run
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c
//@ output:
//| set up: /d(1) /d/state(2)
//| one by one: /d/ring(1) /d/port(1) /d/state(1) /d/state(2)
//| in a transaction:
//| committed: /d/ring(1) /d/port(1) /d/state(1) /d/state(2)
//| the same value again: /d/state(1) /d/state(2)
//| removed: /d/state(2) /d(1)
//| /dd/state:
#include <stdio.h>
#include <stdlib.h>
#include <xenstore.h>

//@ section: show
static void show(struct xs_handle *store, const char *when)
{
    char **event;
    // An answer comes after all events that were before it.
    free(xs_read(store, XBT_NULL, "/", NULL));
    printf("%s:", when);
    while ((event = xs_check_watch(store)) != NULL) {
        printf(" %s(%s)", event[XS_WATCH_PATH], event[XS_WATCH_TOKEN]);
        free(event);
    }
    putchar('\n');
}
//@ end

int main(void)
{
    struct xs_handle *store = xs_open(0), *writer = xs_open(0);
    //@ section: order
    xs_watch(store, "/d", "1");
    xs_watch(store, "/d/state", "2");
    show(store, "set up");
    xs_write(writer, XBT_NULL, "/d/ring", "8", 1);
    xs_write(writer, XBT_NULL, "/d/port", "3", 1);
    xs_write(writer, XBT_NULL, "/d/state", "1", 1);
    show(store, "one by one");
    xs_transaction_t in = xs_transaction_start(writer);
    xs_write(writer, in, "/d/ring", "9", 1);
    xs_write(writer, in, "/d/ring", "8", 1);
    xs_write(writer, in, "/d/port", "9", 1);
    xs_write(writer, in, "/d/state", "2", 1);
    show(store, "in a transaction");
    xs_transaction_end(writer, in, false);
    show(store, "committed");
    xs_write(writer, XBT_NULL, "/d/state", "2", 1);
    show(store, "the same value again");
    xs_rm(writer, XBT_NULL, "/d");
    show(store, "removed");
    xs_write(writer, XBT_NULL, "/dd/state", "2", 1);
    show(store, "/dd/state");
    //@ end
    xs_close(store);
    xs_close(writer);
}

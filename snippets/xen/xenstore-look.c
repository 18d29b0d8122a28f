//@ do: run
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c
//@ output:
//| the state is 4: act on it
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <xenstore.h>

int main(void)
{
    struct xs_handle *store = xs_open(0);
    xs_watch(store, "/device/state", "my token");
    for (const char *state = "124"; *state; state++)
        xs_write(store, XBT_NULL, "/device/state", state, 1);

    //@ section: look
    int known = 0;
    struct pollfd readable = {.fd = xs_fileno(store), .events = POLLIN};
    while (known != 4) {
        poll(&readable, 1, -1); // and whatever else is waited for
        unsigned strings;
        char **event = xs_read_watch(store, &strings);
        const char *path = event[XS_WATCH_PATH];
        char *value = xs_read(store, XBT_NULL, path, NULL);
        int state = value ? atoi(value) : 0; // gone is a state as well
        if (state != known)
            printf("the state is %d: act on it\n", state);
        known = state;
        free(value);
        free(event);
    }
    //@ end
    xs_close(store);
}

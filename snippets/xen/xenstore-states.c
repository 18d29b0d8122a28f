//@ do: run
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c
//@ output:
//| nothing there yet
//| /device/state is 4
//| /device/state is 4
//| /device/state is 4
//| /device/state is 4
#include <stdio.h>
#include <stdlib.h>
#include <xenstore.h>

int main(void)
{
    struct xs_handle *store = xs_open(0);
    //@ section: question
    xs_watch(store, "/device/state", "my token");
    if (xs_read(store, XBT_NULL, "/device/state", NULL) == NULL)
        puts("nothing there yet");
    xs_write(store, XBT_NULL, "/device/state", "1", 1);
    xs_write(store, XBT_NULL, "/device/state", "2", 1);
    xs_write(store, XBT_NULL, "/device/state", "4", 1);

    char **event;
    while ((event = xs_check_watch(store)) != NULL) {
        const char *path = event[XS_WATCH_PATH];
        char *value = xs_read(store, XBT_NULL, path, NULL);
        printf("%s is %s\n", path, value);
        free(value);
        free(event);
    }
    //@ end
    xs_close(store);
}

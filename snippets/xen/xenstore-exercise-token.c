//@ do: run
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c
//@ output:
//| set
//| set
//| File exists
//| /vif/1 for a
//| /vif/1 for b
//| /vif/1/mac for a
//| /vif/1/mac for b
//| /vif/1 for a
//| /vif/1 for b
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xenstore.h>

static const char *watch(struct xs_handle *store, const char *path,
                         const char *token)
{
    return xs_watch(store, path, token) ? "set" : strerror(errno);
}

int main(void)
{
    struct xs_handle *store = xs_open(0);
    //@ section: try
    printf("%s\n", watch(store, "/vif/1", "a"));
    printf("%s\n", watch(store, "/vif/1", "b"));
    printf("%s\n", watch(store, "/vif/1", "a"));
    xs_write(store, XBT_NULL, "/vif/1/mac", "", 0);
    xs_write(store, XBT_NULL, "/vif/10/mac", "", 0);
    xs_rm(store, XBT_NULL, "/vif");
    free(xs_read(store, XBT_NULL, "/", NULL));
    for (char **event; (event = xs_check_watch(store)); free(event))
        printf("%s for %s\n", event[XS_WATCH_PATH], event[XS_WATCH_TOKEN]);
    //@ end
    xs_close(store);
}

//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ libraries: -lxenlight -lxentoollog -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c
//@ sanitize: leak
//@ exit: 23
//@ stderr-contains: LeakSanitizer: detected memory leaks
#include <libxl.h>
#include <libxl_utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <xenctrl.h>
#include <xenstore.h>

// libxl asks for a hypervisor, and gets this instead of one. Only the store is real.
xc_interface *xc_interface_open(xentoollog_logger *logger,
                                xentoollog_logger *dombuild_logger,
                                unsigned flags)
{
    static int handle;

    (void)logger, (void)dombuild_logger, (void)flags;
    return (xc_interface *)&handle;
}

int xc_interface_close(xc_interface *xch)
{
    (void)xch;
    return 0;
}

//@ section: name
static void show(libxl_ctx *ctx, uint32_t domain)
{
    char *name = libxl_domid_to_name(ctx, domain);

    printf("domain %u is %s\n", domain, name);
}
//@ end

int main(void)
{
    struct xs_handle *store = xs_open(0);
    xs_write(store, XBT_NULL, "/local/domain/0/name", "Domain-0", 8);
    xs_close(store);

    xentoollog_logger *log = (xentoollog_logger *)
        xtl_createlogger_stdiostream(stderr, XTL_ERROR, 0);
    libxl_ctx *ctx;
    if (libxl_ctx_alloc(&ctx, LIBXL_VERSION, 0, log))
        return 1;
    for (int asked = 1; asked <= 3; asked++)
        show(ctx, 0);
    libxl_ctx_free(ctx);
    xtl_logger_destroy(log);
    return 0;
}

//@ do: link
//@ compilers: gcc clang
//@ std: gnu17
//@ options: -Wall -Wextra -O2 -fPIC -shared
//@ requires: libxen-dev
// What the daemon asks of a hypervisor, answered without one.
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <xenctrl.h>
#include <xenevtchn.h>
#include <xengnttab.h>

static int handle; // its address stands for every handle

//@ section: page
// A file in the daemon's own folder plays a page or an event channel.
static int own(const char *name, unsigned number)
{
    char path[PATH_MAX];
    const char *folder = getenv("XENSTORED_RUNDIR");
    snprintf(path, sizeof path, "%s/%s-%u", folder, name, number);
    return syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
}

void *xengnttab_map_grant_ref(xengnttab_handle *xgt, uint32_t domid,
                              uint32_t ref, int prot)
{
    (void)xgt, (void)ref;
    int page = own("page", domid);
    if (page < 0)
        return NULL;
    void *start = mmap(NULL, XC_PAGE_SIZE, prot, MAP_SHARED, page, 0);
    close(page);
    return start == MAP_FAILED ? NULL : start;
}
//@ end

//@ section: grants
xengnttab_handle *xengnttab_open(struct xentoollog_logger *logger,
                                 unsigned flags)
{
    (void)logger, (void)flags;
    return (xengnttab_handle *)&handle;
}

int xengnttab_close(xengnttab_handle *xgt)
{
    (void)xgt;
    return 0;
}

int xengnttab_set_max_grants(xengnttab_handle *xgt, uint32_t count)
{
    (void)xgt, (void)count;
    return 0;
}

int xengnttab_unmap(xengnttab_handle *xgt, void *start, uint32_t count)
{
    (void)xgt;
    return munmap(start, count * XC_PAGE_SIZE);
}
//@ end

//@ section: domains
xc_interface *xc_interface_open(xentoollog_logger *logger,
                                xentoollog_logger *builder,
                                unsigned flags)
{
    (void)logger, (void)builder, (void)flags;
    return (xc_interface *)&handle;
}

int xc_interface_close(xc_interface *xc)
{
    (void)xc;
    return 0;
}

// Every domain that is asked about is there, and running.
int xc_domain_getinfo(xc_interface *xc, uint32_t first, unsigned count,
                      xc_dominfo_t *info)
{
    (void)xc, (void)count;
    memset(info, 0, sizeof *info);
    info->domid = first;
    info->running = 1;
    return 1;
}
//@ end

//@ section: events
static int events = -1;

xenevtchn_handle *xenevtchn_open(struct xentoollog_logger *logger,
                                 unsigned flags)
{
    (void)logger, (void)flags;
    events = own("events", 0);
    return (xenevtchn_handle *)&handle;
}

int xenevtchn_fd(xenevtchn_handle *xce)
{
    (void)xce;
    return events;
}

xenevtchn_port_or_error_t xenevtchn_pending(xenevtchn_handle *xce)
{
    unsigned char port;
    (void)xce;
    return read(events, &port, 1) == 1 ? port : -1;
}

xenevtchn_port_or_error_t xenevtchn_bind_virq(xenevtchn_handle *xce,
                                              unsigned virq)
{
    (void)xce, (void)virq;
    return 255;
}

// A domain has one channel: its number and 1, since 0 is no port.
xenevtchn_port_or_error_t
xenevtchn_bind_interdomain(xenevtchn_handle *xce, uint32_t domid,
                           evtchn_port_t port)
{
    (void)xce, (void)port;
    return domid + 1;
}

int xenevtchn_notify(xenevtchn_handle *xce, evtchn_port_t port)
{
    (void)xce;
    int guest = port > 1 ? own("events", port - 1) : -1;
    if (guest < 0)
        return 0; // nobody listens
    bool knocked = write(guest, "", 1) == 1;
    close(guest);
    return knocked ? 0 : -1;
}

int xenevtchn_unmask(xenevtchn_handle *xce, evtchn_port_t port)
{
    (void)xce, (void)port;
    return 0;
}

int xenevtchn_unbind(xenevtchn_handle *xce, evtchn_port_t port)
{
    (void)xce, (void)port;
    return 0;
}
//@ end

//@ section: files
int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    int mode = flags & O_CREAT ? va_arg(more, int) : 0;
    va_end(more);
    if (strcmp(path, "/proc/xen/xsd_port") == 0)
        return own("port", 0);
    if (strcmp(path, "/proc/xen/xsd_kva") == 0)
        return own("page", 0);
    return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
//@ end

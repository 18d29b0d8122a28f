//@ do: run
//@ std: gnu11
//@ requires: libxen-dev
//@ levels: -O0
//@ options: -Wall -Wextra
//@ libraries: -lxenctrl -lxencall -rdynamic
//@ output:
//| domctl createdomain: domain 7
//| domctl max_vcpus: domain 7
//| domctl max_mem 65536 KiB: domain 7
//| event_channel_op alloc_unbound: port 1
//| event_channel_op alloc_unbound: port 2
//| multicall of 1: memory_op populate_physmap: 1 extent of 16384 pages
//| hvm_op set_param store port = 1
//| hvm_op set_param console port = 2
//| domctl unpausedomain: domain 7
//| domain 7 runs
#include <errno.h>
#include <fcntl.h>
#include <linux/ioctl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#define __XEN_TOOLS__
#include <xenctrl.h>
#include <xen/hvm/hvm_op.h>
#include <xen/hvm/params.h>
#include <xen/memory.h>
#include <xen/sys/privcmd.h>

//@ section: shim
/* Stands where the kernel's /dev/xen/privcmd would: shows each hypercall, answers "done". */
static int privcmd = -1;

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    int mode = flags & O_CREAT ? va_arg(arguments, int) : 0;
    va_end(arguments);
    if (!strcmp(path, "/dev/xen/privcmd"))
        return privcmd = (int)syscall(SYS_memfd_create, "privcmd", 0);
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

static long hypercall(uint64_t number, uint64_t first, uint64_t second);

int ioctl(int file, unsigned long request, ...)
{
    va_list arguments;
    va_start(arguments, request);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    if (request == IOCTL_PRIVCMD_HYPERCALL) {
        const privcmd_hypercall_t *call = argument;
        return (int)hypercall(call->op, call->arg[0], call->arg[1]);
    }
    return (int)syscall(SYS_ioctl, file, request, argument);
}
//@ end

#define OP(op) [XEN_DOMCTL_##op] = #op

//@ section: decode
static const char *const domctls[] = {
    OP(createdomain), OP(max_vcpus), OP(max_mem), OP(setvcpucontext), OP(unpausedomain),
};

static long hypercall(uint64_t number, uint64_t first, uint64_t second)
{
    void *argument = (void *)(uintptr_t)second;
    switch (number) {
    case __HYPERVISOR_domctl: {
        xen_domctl_t *domctl = (void *)(uintptr_t)first;
        printf("domctl %s", domctls[domctl->cmd]);
        if (domctl->cmd == XEN_DOMCTL_createdomain)
            domctl->domain = 7; /* the next free number */
        if (domctl->cmd == XEN_DOMCTL_max_mem)
            printf(" %llu KiB", (unsigned long long)domctl->u.max_mem.max_memkb);
        printf(": domain %d\n", domctl->domain);
        return 0;
    }
    case __HYPERVISOR_event_channel_op: {
        static evtchn_port_t port = 1;
        struct evtchn_alloc_unbound *channel = argument;
        channel->port = port++;
        printf("event_channel_op alloc_unbound: port %u\n", channel->port);
        return 0;
    }
    case __HYPERVISOR_memory_op: {
        struct xen_memory_reservation *wanted = argument;
        printf("memory_op populate_physmap: %lu extent of %d pages\n", wanted->nr_extents,
               1 << wanted->extent_order);
        return (long)wanted->nr_extents;
    }
    case __HYPERVISOR_multicall: {
        multicall_entry_t *batch = (void *)(uintptr_t)first;
        printf("multicall of %llu: ", (unsigned long long)second);
        for (uint64_t i = 0; i < second; i++)
            batch[i].result = (xen_ulong_t)hypercall(batch[i].op, batch[i].args[0], batch[i].args[1]);
        return 0;
    }
    case __HYPERVISOR_hvm_op: {
        struct xen_hvm_param *param = argument;
        printf("hvm_op set_param %s = %llu\n",
               param->index == HVM_PARAM_STORE_EVTCHN ? "store port" : "console port",
               (unsigned long long)param->value);
        return 0;
    }
    default:
        errno = ENOSYS;
        return -1;
    }
}
//@ end

//@ section: steps
enum { PAGES = 16384 }; /* 64 MiB, as the example of 2006 had */

static int create(xc_interface *xc, uint32_t *domain)
{
    struct xen_domctl_createdomain config = {
        .flags = XEN_DOMCTL_CDF_hvm | XEN_DOMCTL_CDF_hap, /* PVH */
        .max_vcpus = 1,
        .max_evtchn_port = -1,
        .max_grant_frames = -1,
        .max_maptrack_frames = -1,
        .grant_opts = XEN_DOMCTL_GRANT_version(1),
        .arch.emulation_flags = XEN_X86_EMU_LAPIC,
    };
    xen_pfn_t first = 0;

    if (xc_domain_create(xc, domain, &config) ||
        xc_domain_max_vcpus(xc, *domain, 1) ||
        xc_domain_setmaxmem(xc, *domain, PAGES * 4))
        return -1;
    int store = xc_evtchn_alloc_unbound(xc, *domain, 0);
    int console = xc_evtchn_alloc_unbound(xc, *domain, 0);
    if (store < 0 || console < 0 ||
        xc_domain_populate_physmap_exact(xc, *domain, 1, 14, 0, &first) ||
        xc_hvm_param_set(xc, *domain, HVM_PARAM_STORE_EVTCHN, (uint64_t)store) ||
        xc_hvm_param_set(xc, *domain, HVM_PARAM_CONSOLE_EVTCHN, (uint64_t)console))
        return -1;
    /* Here the builder copies the kernel into the pages and sets the vcpu's registers,
       and xl writes names, devices and rings' places to XenStore. */
    return xc_domain_unpause(xc, *domain);
}
//@ end

int main(void)
{
    uint32_t domain = 0;
    xc_interface *xc = xc_interface_open(NULL, NULL, 0);
    if (!xc || create(xc, &domain))
        return 1;
    printf("domain %u runs\n", domain);
    return xc_interface_close(xc);
}

//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -O2
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c
//@ libraries: -lxenstore
//@ output:
//| domain 7 asks:
//|   read name: ttylinux
//|   write name: EACCES
//|   write device/state: OK
//|   read /local/domain/7/device/state: 1
//|   read /local/domain/8/name: EACCES
//|   read long: 3000 bytes
//| after chmod r7:
//|   read /tool/config: secret
//|   write /tool/config: OK
//| after a message that is too long: error 3
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xenstore.h>
#include <xen/io/xs_wire.h>

enum { GUEST = 7 };

// What the guest and the daemon share, and their event channels.
static struct xenstore_domain_interface *page;
static int to_daemon, from_daemon;

//@ section: machine
// What the hypervisor and the tool that builds a domain do.
static const char *in_rundir(char path[static PATH_MAX], const char *name)
{
    snprintf(path, PATH_MAX, "%s/%s", getenv("XENSTORED_RUNDIR"), name);
    return path;
}

static void make_domain(void)
{
    char path[PATH_MAX];
    mkfifo(in_rundir(path, "events-7"), 0600);
    from_daemon = open(path, O_RDWR);
    to_daemon = open(in_rundir(path, "events-0"), O_RDWR);
    int file = open(in_rundir(path, "page-7"), O_RDWR | O_CREAT, 0600);
    if (ftruncate(file, 4096) == 0)
        page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file,
                    0);
}
//@ end

//@ section: ring
static void knock(void)
{
    (void)!write(to_daemon, &(char){GUEST + 1}, 1);
}

static void put(const void *from, size_t length)
{
    const char *bytes = from;
    XENSTORE_RING_IDX next = page->req_prod; // only we change it
    for (size_t i = 0; i < length; i++)
        page->req[MASK_XENSTORE_IDX(next++)] = bytes[i];
    // First the bytes, then their number.
    __atomic_store_n(&page->req_prod, next, __ATOMIC_RELEASE);
    knock();
}

static void get(void *into, size_t length)
{
    char *bytes = into;
    XENSTORE_RING_IDX next = page->rsp_cons; // only we change it
    for (size_t i = 0; i < length; i++) {
        // First the number, then the byte.
        while (__atomic_load_n(&page->rsp_prod, __ATOMIC_ACQUIRE) == next)
            (void)!read(from_daemon, &(char){0}, 1);
        bytes[i] = page->rsp[MASK_XENSTORE_IDX(next)];
        // First the byte, then its place is free.
        __atomic_store_n(&page->rsp_cons, ++next, __ATOMIC_RELEASE);
        if (next % (XENSTORE_RING_SIZE / 2) == 0)
            knock(); // a long answer waits for room
    }
}
//@ end

//@ section: ask
static void ask(enum xsd_sockmsg_type type, const char *payload,
                unsigned length)
{
    struct xsd_sockmsg header = {type, .req_id = 1, .len = length};
    char answer[XENSTORE_PAYLOAD_MAX + 1] = "";
    put(&header, sizeof header);
    put(payload, length);
    get(&header, sizeof header);
    get(answer, header.len);
    const char *verb = type == XS_READ ? "read" : "write";
    if (header.len < 20)
        printf("  %s %s: %s\n", verb, payload, answer);
    else
        printf("  %s %s: %u bytes\n", verb, payload, header.len);
}

#define READ(path) ask(XS_READ, path, sizeof path)
#define WRITE(path, value) \
    ask(XS_WRITE, path "\0" value, sizeof(path "\0" value) - 1)
//@ end

static void allow(struct xs_handle *dom0, const char *path,
                  struct xs_permissions *list, unsigned n)
{
    xs_set_permissions(dom0, XBT_NULL, path, list, n);
}

int main(void)
{
    static char long_value[3000];
    memset(long_value, 'x', sizeof long_value);
    struct xs_handle *dom0 = xs_open(0);
    //@ section: dom0
    make_domain();
    xs_write(dom0, XBT_NULL, "/local/domain/7/name", "ttylinux", 8);
    xs_write(dom0, XBT_NULL, "/local/domain/8/name", "other", 5);
    xs_write(dom0, XBT_NULL, "/local/domain/7/long", long_value, 3000);
    xs_mkdir(dom0, XBT_NULL, "/local/domain/7/device");
    struct xs_permissions its_own[] = {{7, XS_PERM_NONE}};
    allow(dom0, "/local/domain/7/device", its_own, 1);
    struct xs_permissions readable[] = {{0, XS_PERM_NONE},
                                        {7, XS_PERM_READ}};
    allow(dom0, "/local/domain/7/name", readable, 2);
    allow(dom0, "/local/domain/7/long", readable, 2);
    xs_introduce_domain(dom0, 7, 0, 1); // here the daemon maps the page
    //@ end

    //@ section: guest
    puts("domain 7 asks:");
    READ("name"); // relative: its home is /local/domain/7
    WRITE("name", "root");
    WRITE("device/state", "1");
    READ("/local/domain/7/device/state");
    READ("/local/domain/8/name");
    READ("long");
    //@ end

    //@ section: chmod
    xs_write(dom0, XBT_NULL, "/tool/config", "secret", 6);
    // xenstore-chmod /tool/config r7
    struct xs_permissions r7[] = {{7, XS_PERM_READ}};
    allow(dom0, "/tool/config", r7, 1);
    puts("after chmod r7:");
    READ("/tool/config");
    WRITE("/tool/config", "mine");
    //@ end

    //@ section: violate
    struct xsd_sockmsg too_long = {XS_READ,
                                   .len = XENSTORE_PAYLOAD_MAX + 1};
    put(&too_long, sizeof too_long);
    volatile uint32_t *error = &page->error;
    while (*error == XENSTORE_ERROR_NONE)
        sched_yield();
    printf("after a message that is too long: error %u\n", *error);
    //@ end
    xs_close(dom0);
}

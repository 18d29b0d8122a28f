//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| == an empty table
//| ref 1  0x00  invalid
//| ref 2  0x00  invalid
//| ref 3  0x00  invalid
//| == the guest lets domain 0 use a page
//| ref 1  0x01  permit_access  domain 0  frame 0x1000
//| ref 2  0x00  invalid
//| ref 3  0x00  invalid
//| == domain 0 maps it
//| ref 1  0x19  permit_access  domain 0  frame 0x1000 reading writing
//| ref 2  0x00  invalid
//| ref 3  0x00  invalid
//| map: done
//| == the guest wants the page back
//| ref 1  0x19  permit_access  domain 0  frame 0x1000 reading writing
//| ref 2  0x00  invalid
//| ref 3  0x00  invalid
//| end access: no
//| == domain 0 has unmapped it; the guest tries again
//| ref 1  0x00  invalid
//| ref 2  0x00  invalid
//| ref 3  0x00  invalid
//| end access: done
//| == a page for reading; domain 0 wants to write
//| ref 1  0x00  invalid
//| ref 2  0x05  permit_access  domain 0  frame 0x1001 readonly
//| ref 3  0x00  invalid
//| map: no
//| == and then asks for what it may have
//| ref 1  0x00  invalid
//| ref 2  0x0d  permit_access  domain 0  frame 0x1001 readonly reading
//| ref 3  0x00  invalid
//| map: done
//| == an empty slot, in which domain 0 may leave a page
//| ref 1  0x00  invalid
//| ref 2  0x0d  permit_access  domain 0  frame 0x1001 readonly reading
//| ref 3  0x02  accept_transfer  domain 0  frame 0x0
//| == domain 0 gives one away
//| ref 1  0x00  invalid
//| ref 2  0x0d  permit_access  domain 0  frame 0x1001 readonly reading
//| ref 3  0x0e  accept_transfer  domain 0  frame 0x7777 committed completed
//| transfer: done
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <xen/grant_table.h>

enum { REFS = 4, GUEST = 3, DRIVER = 0 };
static grant_entry_v1_t table[REFS];    /* the guest's table; Xen reads it */

#define LOAD(object) __atomic_load_n(&(object), __ATOMIC_ACQUIRE)
#define STORE(object, value) __atomic_store_n(&(object), value, __ATOMIC_RELEASE)
#define REPLACE __sync_bool_compare_and_swap

//@ section: guest
static void grant_access(grant_ref_t ref, domid_t to, uint32_t frame,
                         uint16_t more)
{
    table[ref].domid = to;
    table[ref].frame = frame;
    /* The flags come last, by a release: they make the rest valid. */
    STORE(table[ref].flags, GTF_permit_access | more);
}

/* Takes it back; returns whether nobody had the page mapped. */
static int end_access(grant_ref_t ref)
{
    uint16_t seen = LOAD(table[ref].flags);

    if (seen & (GTF_reading | GTF_writing))
        return 0;
    return REPLACE(&table[ref].flags, seen, GTF_invalid);
}
//@ end

//@ section: xen
/* GNTTABOP_map_grant_ref, its checks alone. */
static int16_t xen_map(domid_t caller, grant_ref_t ref, uint32_t how)
{
    int reads_only = how & GNTMAP_readonly;
    uint16_t seen, next;

    do {
        seen = LOAD(table[ref].flags);
        if ((seen & GTF_type_mask) != GTF_permit_access)
            return GNTST_general_error;
        if (table[ref].domid != caller ||
            (seen & GTF_readonly && !reads_only))
            return GNTST_general_error;
        next = seen | GTF_reading | (reads_only ? 0 : GTF_writing);
    } while (!REPLACE(&table[ref].flags, seen, next));
    return GNTST_okay;
}

static void xen_unmap(grant_ref_t ref)
{
    uint16_t kept = (uint16_t)~(GTF_reading | GTF_writing);

    __sync_fetch_and_and(&table[ref].flags, kept);
}

/* GNTTABOP_transfer: the caller's page becomes the guest's. */
static int16_t xen_transfer(domid_t caller, grant_ref_t ref, uint32_t frame)
{
    uint16_t committed = GTF_accept_transfer | GTF_transfer_committed;

    if (table[ref].domid != caller ||
        !REPLACE(&table[ref].flags, GTF_accept_transfer, committed))
        return GNTST_general_error;
    table[ref].frame = frame;
    __sync_fetch_and_or(&table[ref].flags, GTF_transfer_completed);
    return GNTST_okay;
}
//@ end

static void flag(unsigned flags, unsigned one, const char *name)
{
    if (flags & one)
        printf(" %s", name);
}

static void show(const char *title)
{
    static const char *const type[] = {
        "invalid", "permit_access", "accept_transfer", "transitive"};

    printf("== %s\n", title);
    for (grant_ref_t ref = 1; ref < REFS; ref++) {
        unsigned flags = table[ref].flags, kind = flags & GTF_type_mask;

        printf("ref %u  0x%02x  %s", ref, flags, type[kind]);
        if (kind != GTF_invalid)
            printf("  domain %u  frame 0x%x", table[ref].domid,
                   table[ref].frame);
        if (kind == GTF_permit_access) {
            flag(flags, GTF_readonly, "readonly");
            flag(flags, GTF_reading, "reading");
            flag(flags, GTF_writing, "writing");
        }
        if (kind == GTF_accept_transfer) {
            flag(flags, GTF_transfer_committed, "committed");
            flag(flags, GTF_transfer_completed, "completed");
        }
        printf("\n");
    }
}

static void tell(const char *who, int done)
{
    printf("%s: %s\n", who, done ? "done" : "no");
}

//@ section: story
int main(void)
{
    show("an empty table");
    grant_access(1, DRIVER, 0x1000, 0);
    show("the guest lets domain 0 use a page");
    int status = xen_map(DRIVER, 1, GNTMAP_host_map);
    show("domain 0 maps it");
    tell("map", status == GNTST_okay);
    int ended = end_access(1);
    show("the guest wants the page back");
    tell("end access", ended);
    xen_unmap(1);
    ended = end_access(1);
    show("domain 0 has unmapped it; the guest tries again");
    tell("end access", ended);
    grant_access(2, DRIVER, 0x1001, GTF_readonly);
    status = xen_map(DRIVER, 2, GNTMAP_host_map);
    show("a page for reading; domain 0 wants to write");
    tell("map", status == GNTST_okay);
    status = xen_map(DRIVER, 2, GNTMAP_host_map | GNTMAP_readonly);
    show("and then asks for what it may have");
    tell("map", status == GNTST_okay);
    table[3].domid = DRIVER;
    STORE(table[3].flags, GTF_accept_transfer);
    show("an empty slot, in which domain 0 may leave a page");
    status = xen_transfer(DRIVER, 3, 0x7777);
    show("domain 0 gives one away");
    tell("transfer", status == GNTST_okay);
    return 0;
}
//@ end

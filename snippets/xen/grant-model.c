//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| == an empty table
//| ref 1  0x00  invalid          domain 0  frame 0x0
//| ref 2  0x00  invalid          domain 0  frame 0x0
//| ref 3  0x00  invalid          domain 0  frame 0x0
//| == the guest lets domain 0 use a page
//| ref 1  0x01  permit_access    domain 0  frame 0x1000
//| ref 2  0x00  invalid          domain 0  frame 0x0
//| ref 3  0x00  invalid          domain 0  frame 0x0
//| == domain 0 maps it
//| map: done
//| ref 1  0x19  permit_access    domain 0  frame 0x1000 reading writing
//| ref 2  0x00  invalid          domain 0  frame 0x0
//| ref 3  0x00  invalid          domain 0  frame 0x0
//| == the guest wants the page back: not yet
//| end access: no
//| ref 1  0x19  permit_access    domain 0  frame 0x1000 reading writing
//| ref 2  0x00  invalid          domain 0  frame 0x0
//| ref 3  0x00  invalid          domain 0  frame 0x0
//| == domain 0 has unmapped it: now
//| end access: done
//| ref 1  0x00  invalid          domain 0  frame 0x1000
//| ref 2  0x00  invalid          domain 0  frame 0x0
//| ref 3  0x00  invalid          domain 0  frame 0x0
//| == a page for reading; domain 0 tries to write
//| map: no
//| ref 1  0x00  invalid          domain 0  frame 0x1000
//| ref 2  0x05  permit_access    domain 0  frame 0x1001 readonly
//| ref 3  0x00  invalid          domain 0  frame 0x0
//| == and then asks for what it may have
//| map: done
//| ref 1  0x00  invalid          domain 0  frame 0x1000
//| ref 2  0x0d  permit_access    domain 0  frame 0x1001 readonly reading
//| ref 3  0x00  invalid          domain 0  frame 0x0
//| == an empty slot, in which domain 0 may leave a page
//| ref 1  0x00  invalid          domain 0  frame 0x1000
//| ref 2  0x0d  permit_access    domain 0  frame 0x1001 readonly reading
//| ref 3  0x02  accept_transfer  domain 0  frame 0x0
//| == domain 0 gives one away
//| transfer: done
//| ref 1  0x00  invalid          domain 0  frame 0x1000
//| ref 2  0x0d  permit_access    domain 0  frame 0x1001 readonly reading
//| ref 3  0x0e  accept_transfer  domain 0  frame 0x7777 committed completed
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <xen/grant_table.h>

enum { REFS = 4, GUEST = 3, DRIVER = 0 };
static grant_entry_v1_t table[REFS];    /* the guest's table; Xen reads it */

//@ section: guest
static void grant_access(grant_ref_t ref, domid_t to, uint32_t frame, uint16_t more)
{
    table[ref].domid = to;
    table[ref].frame = frame;
    atomic_thread_fence(memory_order_release);  /* the flags come last: they make it valid */
    __atomic_store_n(&table[ref].flags, GTF_permit_access | more, __ATOMIC_RELAXED);
}

/* Takes the grant back; returns whether nobody has the page mapped. */
static int end_access(grant_ref_t ref)
{
    uint16_t flags = __atomic_load_n(&table[ref].flags, __ATOMIC_RELAXED);

    do {
        if (flags & (GTF_reading | GTF_writing))
            return 0;
    } while (!__atomic_compare_exchange_n(&table[ref].flags, &flags, 0, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED));
    return 1;
}
//@ end

//@ section: xen
/* GNTTABOP_map_grant_ref, its checks alone. */
static int16_t xen_map(domid_t caller, grant_ref_t ref, uint32_t how)
{
    uint16_t flags = __atomic_load_n(&table[ref].flags, __ATOMIC_ACQUIRE), next;

    do {
        if ((flags & GTF_type_mask) != GTF_permit_access || table[ref].domid != caller)
            return GNTST_general_error;
        if (!(how & GNTMAP_readonly) && flags & GTF_readonly)
            return GNTST_general_error;
        next = flags | GTF_reading | (how & GNTMAP_readonly ? 0 : GTF_writing);
    } while (!__atomic_compare_exchange_n(&table[ref].flags, &flags, next, 0, __ATOMIC_SEQ_CST, __ATOMIC_ACQUIRE));
    return GNTST_okay;
}

static void xen_unmap(grant_ref_t ref)
{
    __atomic_fetch_and(&table[ref].flags, (uint16_t)~(GTF_reading | GTF_writing), __ATOMIC_SEQ_CST);
}

/* GNTTABOP_transfer: the caller's page becomes the guest's. */
static int16_t xen_transfer(domid_t caller, grant_ref_t ref, uint32_t frame)
{
    uint16_t flags = GTF_accept_transfer;

    if (table[ref].domid != caller ||
        !__atomic_compare_exchange_n(&table[ref].flags, &flags, GTF_accept_transfer | GTF_transfer_committed, 0,
                                     __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))
        return GNTST_general_error;
    table[ref].frame = frame;
    __atomic_fetch_or(&table[ref].flags, GTF_transfer_completed, __ATOMIC_RELEASE);
    return GNTST_okay;
}
//@ end

static void show(const char *title, const char *who, int status)
{
    static const char *const type[] = {"invalid", "permit_access", "accept_transfer", "transitive"};

    printf("== %s\n", title);
    if (who)
        printf("%s %s\n", who, status ? "no" : "done");
    for (grant_ref_t ref = 1; ref < REFS; ref++) {
        unsigned flags = table[ref].flags, kind = flags & GTF_type_mask;

        printf("ref %u  0x%02x  %-15s  domain %u  frame 0x%x", ref, flags, type[kind], table[ref].domid, table[ref].frame);
        if (kind == GTF_permit_access)
            printf("%s%s%s", flags & GTF_readonly ? " readonly" : "", flags & GTF_reading ? " reading" : "",
                   flags & GTF_writing ? " writing" : "");
        if (kind == GTF_accept_transfer)
            printf("%s%s", flags & GTF_transfer_committed ? " committed" : "",
                   flags & GTF_transfer_completed ? " completed" : "");
        printf("\n");
    }
}

//@ section: story
int main(void)
{
    show("an empty table", NULL, 0);
    grant_access(1, DRIVER, 0x1000, 0);
    show("the guest lets domain 0 use a page", NULL, 0);
    show("domain 0 maps it", "map:", xen_map(DRIVER, 1, GNTMAP_host_map));
    show("the guest wants the page back: not yet", "end access:", !end_access(1));
    xen_unmap(1);
    show("domain 0 has unmapped it: now", "end access:", !end_access(1));
    grant_access(2, DRIVER, 0x1001, GTF_readonly);
    show("a page for reading; domain 0 tries to write", "map:", xen_map(DRIVER, 2, GNTMAP_host_map));
    show("and then asks for what it may have", "map:", xen_map(DRIVER, 2, GNTMAP_host_map | GNTMAP_readonly));
    table[3] = (grant_entry_v1_t){.domid = DRIVER};
    __atomic_store_n(&table[3].flags, GTF_accept_transfer, __ATOMIC_RELEASE);
    show("an empty slot, in which domain 0 may leave a page", NULL, 0);
    show("domain 0 gives one away", "transfer:", xen_transfer(DRIVER, 3, 0x7777));
    return 0;
}
//@ end

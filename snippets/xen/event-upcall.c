//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| the event comes       while masked  in between    unmasked
//| store 0                      waits     handled     handled
//| look, store 0              handled       waits     handled
//| store 0, look              handled     handled     handled
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <xen/event_channel.h>

static struct shared_info page;
static volatile struct vcpu_info *const vcpu = &page.vcpu_info[0];
static int handled;

//@ section: xen
/* On the way back to this virtual processor Xen looks at both bytes. */
static void xen_returns(void)
{
    if (vcpu->evtchn_upcall_pending && !vcpu->evtchn_upcall_mask) {
        vcpu->evtchn_upcall_mask = 1; /* as an interrupt would clear IF */
        vcpu->evtchn_upcall_pending = 0; /* the guest's handler */
        handled++;
        vcpu->evtchn_upcall_mask = 0; /* its return */
    }
}

/* An event interrupts the guest: so Xen returns to it. */
static void xen_event(void)
{
    vcpu->evtchn_upcall_pending = 1;
    xen_returns();
}
//@ end

/* The event comes at one of three moments. */
static int now, comes;

static void moment(void)
{
    if (now++ == comes)
        xen_event();
}

//@ section: guest
#define barrier() __asm__ volatile("" ::: "memory")

/* Any hypercall will do: Xen returns from it. */
static void force_upcall(void) { xen_returns(); }

static void store_0(void)
{
    vcpu->evtchn_upcall_mask = 0;
    moment();
}

static void look_store_0(void)
{
    int waits = vcpu->evtchn_upcall_pending;
    moment();
    vcpu->evtchn_upcall_mask = 0;
    if (waits)
        force_upcall();
}

static void store_0_look(void)
{
    vcpu->evtchn_upcall_mask = 0;
    barrier(); /* Xen reads the mask on this processor: that is enough. */
    moment();
    if (vcpu->evtchn_upcall_pending)
        force_upcall();
}
//@ end

static void try(const char *name, void (*unmask)(void))
{
    printf("%-20s", name);
    for (comes = 0; comes < 3; comes++) {
        page = (struct shared_info){0};
        vcpu->evtchn_upcall_mask = 1;
        now = handled = 0;
        moment();
        unmask();
        moment();
        printf("%*s", comes ? 12 : 14, handled ? "handled" : "waits");
    }
    puts("");
}

int main(void)
{
    puts("the event comes       while masked  in between    unmasked");
    try("store 0", store_0);
    try("look, store 0", look_store_0);
    try("store 0, look", store_0_look);
}

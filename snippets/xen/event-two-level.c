//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| == nothing is pending
//| upcall    none
//| selector  none
//| pending   none
//| masked    none
//| == an event for port 3
//| Xen: its word is selected, an upcall is due
//| upcall    due
//| selector  word 0
//| pending   3
//| masked    none
//| == one for port 200
//| Xen: its word is selected, an upcall is due
//| upcall    due
//| selector  word 0 word 3
//| pending   3 200
//| masked    none
//| == port 3 once more
//| Xen: it was pending already: nothing to do
//| upcall    due
//| selector  word 0 word 3
//| pending   3 200
//| masked    none
//| == the guest's upcall
//| guest: port 3 is served
//| guest: port 200 is served
//| == the guest masks 200; an event for it
//| Xen: it is masked: the bit waits, nobody is told
//| upcall    none
//| selector  none
//| pending   200
//| masked    200
//| == unmasked: Xen makes no upcall
//| upcall    none
//| selector  none
//| pending   200
//| masked    none
//| guest: 200 is pending, so tell Xen: EVTCHNOP_unmask
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <xen/event_channel.h>

static struct shared_info page;     /* what Xen and the guest share */
static struct vcpu_info *const vcpu = &page.vcpu_info[0];

enum { BITS = 8 * sizeof(xen_ulong_t) };
#define BIT(n) ((xen_ulong_t)1 << (n) % BITS)

/* Atomic, since both sides change the same words; each returns what was there. */
#define SET(object, bits) __atomic_fetch_or(&(object), bits, __ATOMIC_SEQ_CST)
#define CLEAR(object, bits) __atomic_fetch_and(&(object), ~(bits), __ATOMIC_SEQ_CST)
#define TAKE(object) __atomic_exchange_n(&(object), 0, __ATOMIC_SEQ_CST)

//@ section: xen
/* What Xen does when an event is sent to a port. */
static const char *xen_set_pending(evtchn_port_t port)
{
    unsigned word = port / BITS;

    if (SET(page.evtchn_pending[word], BIT(port)) & BIT(port))
        return "it was pending already: nothing to do";
    if (page.evtchn_mask[word] & BIT(port))
        return "it is masked: the bit waits, nobody is told";
    if (SET(vcpu->evtchn_pending_sel, BIT(word)) & BIT(word))
        return "its word is selected already";
    SET(vcpu->evtchn_upcall_pending, 1);
    return "its word is selected, an upcall is due";
}
//@ end

static void list(const char *name, const xen_ulong_t *bits, unsigned count,
                 const char *each)
{
    int found = 0;

    printf("%-9s", name);
    for (unsigned bit = 0; bit < count; bit++) {
        if (bits[bit / BITS] >> bit % BITS & 1)
            found = printf(" %s%u", each, bit);
    }
    puts(found ? "" : " none");
}

static void show(const char *title, const char *said)
{
    printf("== %s\n", title);
    if (said)
        printf("Xen: %s\n", said);
    printf("upcall    %s\n", vcpu->evtchn_upcall_pending ? "due" : "none");
    list("selector", &vcpu->evtchn_pending_sel, BITS, "word ");
    list("pending", page.evtchn_pending, EVTCHN_2L_NR_CHANNELS, "");
    list("masked", page.evtchn_mask, EVTCHN_2L_NR_CHANNELS, "");
}

//@ section: guest
/* In an upcall: the selector names words, a word names ports. */
static void guest_upcall(void)
{
    while (TAKE(vcpu->evtchn_upcall_pending)) {
        xen_ulong_t words = TAKE(vcpu->evtchn_pending_sel);

        for (; words; words &= words - 1) {
            unsigned word = (unsigned)__builtin_ctzl(words);
            xen_ulong_t ports = page.evtchn_pending[word] &
                                ~page.evtchn_mask[word];

            for (; ports; ports &= ports - 1) {
                unsigned bit = (unsigned)__builtin_ctzl(ports);

                CLEAR(page.evtchn_pending[word], BIT(bit));
                printf("guest: port %u is served\n", word * BITS + bit);
            }
        }
    }
}

static void guest_mask(evtchn_port_t port)
{
    SET(page.evtchn_mask[port / BITS], BIT(port));
}

/* Returns whether something came meanwhile. */
static int guest_unmask(evtchn_port_t port)
{
    CLEAR(page.evtchn_mask[port / BITS], BIT(port));
    return (page.evtchn_pending[port / BITS] & BIT(port)) != 0;
}
//@ end

//@ section: story
int main(void)
{
    int waits;

    show("nothing is pending", NULL);
    show("an event for port 3", xen_set_pending(3));
    show("one for port 200", xen_set_pending(200));
    show("port 3 once more", xen_set_pending(3));
    printf("== the guest's upcall\n");
    guest_upcall();
    guest_mask(200);
    show("the guest masks 200; an event for it", xen_set_pending(200));
    waits = guest_unmask(200);
    show("unmasked: Xen makes no upcall", NULL);
    if (waits)
        puts("guest: 200 is pending, so tell Xen: EVTCHNOP_unmask");
    return 0;
}
//@ end

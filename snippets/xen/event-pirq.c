//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| == domain 0 binds physical interrupt 17, will share
//| its port is 10
//| == domain 1 binds physical interrupt 17, will share
//| its port is 11
//| == domain 2 binds physical interrupt 17
//| refused: -16
//| == the card raises line 17
//| Xen: domain 0, port 10 is pending
//| Xen: domain 1, port 11 is pending
//| == domain 0 serves its port, and says so
//| Xen: line 17 waits for 1 more
//| == domain 1 does the same
//| Xen: all have served it, line 17 is open again
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <xen/event_channel.h>

enum { DOMAINS = 3, PIRQS = 24, PORTS = 64 };

//@ section: xen
struct domain { int pirq_of[PORTS]; uint64_t pending; };
struct line { int bound, shared, in_flight; };

static struct domain domain[DOMAINS];
static struct line line[PIRQS];

/* EVTCHNOP_bind_pirq: the line is free, or all agree to share. */
static int xen_bind_pirq(domid_t id, struct evtchn_bind_pirq *bind)
{
    static evtchn_port_t fresh = 10;
    struct line *wanted = &line[bind->pirq];
    int will_share = bind->flags & BIND_PIRQ__WILL_SHARE;

    if (wanted->bound && !(wanted->shared && will_share))
        return -16;             /* EBUSY */
    wanted->bound++;
    wanted->shared = will_share;
    bind->port = fresh++;
    domain[id].pirq_of[bind->port] = (int)bind->pirq;
    return 0;
}

/* It is Xen's. The line stays closed until all have said EOI. */
static void xen_interrupt(unsigned pirq)
{
    for (unsigned id = 0; id < DOMAINS; id++)
        for (evtchn_port_t port = 1; port < PORTS; port++)
            if (domain[id].pirq_of[port] == (int)pirq) {
                domain[id].pending |= UINT64_C(1) << port;
                line[pirq].in_flight++;
                printf("Xen: domain %u, port %u is pending\n",
                       id, port);
            }
}

/* PHYSDEVOP_eoi */
static void xen_eoi(unsigned pirq)
{
    if (--line[pirq].in_flight == 0)
        printf("Xen: all have served it, line %u is open again\n",
               pirq);
    else
        printf("Xen: line %u waits for %d more\n", pirq,
               line[pirq].in_flight);
}
//@ end

static evtchn_port_t bind(domid_t id, uint32_t pirq, uint32_t flags)
{
    struct evtchn_bind_pirq bind = {.pirq = pirq, .flags = flags};
    int error = xen_bind_pirq(id, &bind);

    printf("== domain %u binds physical interrupt %u%s\n", id, pirq,
           flags ? ", will share" : "");
    if (error)
        printf("refused: %d\n", error);
    else
        printf("its port is %u\n", bind.port);
    return bind.port;
}

//@ section: story
int main(void)
{
    evtchn_port_t disk = bind(0, 17, BIND_PIRQ__WILL_SHARE);
    evtchn_port_t net = bind(1, 17, BIND_PIRQ__WILL_SHARE);

    bind(2, 17, 0);
    printf("== the card raises line 17\n");
    xen_interrupt(17);
    printf("== domain 0 serves its port, and says so\n");
    domain[0].pending &= ~(UINT64_C(1) << disk);
    xen_eoi(17);
    printf("== domain 1 does the same\n");
    domain[1].pending &= ~(UINT64_C(1) << net);
    xen_eoi(17);
    return 0;
}
//@ end

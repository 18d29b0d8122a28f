//@ do: run
//@ std: gnu17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| == domain 7 offers a port to domain 0
//| domain 7: its port is 1
//| domain 7, port 1: unbound, for domain 0
//| == domain 7 sends on it
//| nobody is there, the event is dropped
//| domain 7, port 1: unbound, for domain 0
//| == domain 9 tries to bind it
//| refused: -22
//| domain 7, port 1: unbound, for domain 0
//| == domain 0 binds it
//| domain 0: its port is 1
//| domain 7, port 1: bound to domain 0, port 1
//| domain 0, port 1: bound to domain 7, port 1, pending
//| == domain 0 has looked, and sends
//| domain 7, port 1: bound to domain 0, port 1, pending
//| domain 0, port 1: bound to domain 7, port 1
//| == domain 0 closes its end
//| domain 7, port 1: unbound, for domain 0, pending
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <xen/event_channel.h>

enum { DOMAINS = 10, PORTS = 8 };

//@ section: channel
struct channel {
    uint32_t status;  // EVTCHNSTAT_closed, _unbound, _interdomain
    domid_t other;
    evtchn_port_t other_port;
    int pending;
};

static struct channel channel[DOMAINS][PORTS];
//@ end

static evtchn_port_t free_port(domid_t id)
{
    evtchn_port_t port = 1;

    while (channel[id][port].status != EVTCHNSTAT_closed)
        port++;
    return port;
}

//@ section: xen
/* EVTCHNOP_alloc_unbound: a port that one other domain may bind. */
static void alloc_unbound(struct evtchn_alloc_unbound *ask)
{
    ask->port = free_port(ask->dom);
    channel[ask->dom][ask->port] = (struct channel){
        .status = EVTCHNSTAT_unbound, .other = ask->remote_dom};
}

static int bind_interdomain(domid_t caller,
                            struct evtchn_bind_interdomain *ask)
{
    struct channel *remote = &channel[ask->remote_dom][ask->remote_port];

    if (remote->status != EVTCHNSTAT_unbound || remote->other != caller)
        return -22;  // EINVAL
    ask->local_port = free_port(caller);
    *remote = (struct channel){EVTCHNSTAT_interdomain, caller,
                               ask->local_port, remote->pending};
    channel[caller][ask->local_port] = (struct channel){
        EVTCHNSTAT_interdomain, ask->remote_dom, ask->remote_port,
        .pending = 1};  // somebody may have sent before
    return 0;
}

static void send(domid_t caller, evtchn_port_t port)
{
    struct channel *mine = &channel[caller][port];

    if (mine->status == EVTCHNSTAT_interdomain)
        channel[mine->other][mine->other_port].pending = 1;
    else
        puts("nobody is there, the event is dropped");
}

static void close(domid_t caller, evtchn_port_t port)
{
    struct channel *mine = &channel[caller][port];

    if (mine->status == EVTCHNSTAT_interdomain)
        channel[mine->other][mine->other_port].status = EVTCHNSTAT_unbound;
    *mine = (struct channel){EVTCHNSTAT_closed};
}
//@ end

static void show(domid_t id, evtchn_port_t port)
{
    const struct channel *it = &channel[id][port];

    if (it->status == EVTCHNSTAT_closed)
        return;
    printf("domain %u, port %u: ", id, port);
    if (it->status == EVTCHNSTAT_unbound)
        printf("unbound, for domain %u", it->other);
    else
        printf("bound to domain %u, port %u", it->other, it->other_port);
    puts(it->pending ? ", pending" : "");
}

int main(void)
{
    //@ section: story
    struct evtchn_alloc_unbound offer = {.dom = 7, .remote_dom = 0};
    struct evtchn_bind_interdomain bind = {.remote_dom = 7};

    puts("== domain 7 offers a port to domain 0");
    alloc_unbound(&offer);
    printf("domain 7: its port is %u\n", offer.port);
    show(7, offer.port);

    puts("== domain 7 sends on it");
    send(7, offer.port);
    show(7, offer.port);

    bind.remote_port = offer.port;  // from XenStore
    puts("== domain 9 tries to bind it");
    printf("refused: %d\n", bind_interdomain(9, &bind));
    show(7, offer.port);

    puts("== domain 0 binds it");
    bind_interdomain(0, &bind);
    printf("domain 0: its port is %u\n", bind.local_port);
    show(7, offer.port);
    show(0, bind.local_port);

    puts("== domain 0 has looked, and sends");
    channel[0][bind.local_port].pending = 0;
    send(0, bind.local_port);
    show(7, offer.port);
    show(0, bind.local_port);

    puts("== domain 0 closes its end");
    close(0, bind.local_port);
    show(7, offer.port);
    show(0, bind.local_port);
    //@ end
    return 0;
}

//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| == nothing is pending
//| ready     none
//| == events for ports 5 and 2: the order of arrival
//| ready     queue 7
//| queue 7   -> 5 -> 2
//| == the timer, port 1, has a queue of its own
//| ready     queue 0 queue 7
//| queue 0   -> 1
//| queue 7   -> 5 -> 2
//| == port 5 once more: it is linked already
//| ready     queue 0 queue 7
//| queue 0   -> 1
//| queue 7   -> 5 -> 2
//| == the guest masks port 2, which is in a queue
//| ready     queue 0 queue 7
//| queue 0   -> 1
//| queue 7   -> 5 -> 2 (masked)
//| == the guest takes one from queue 0
//| guest: port 1 is served
//| == the guest takes one from queue 7
//| guest: port 5 is served
//| == the guest takes one from queue 7
//| guest: port 2 is skipped
//| port 2 is still pending: yes
//| == EVTCHNOP_unmask: Xen finds it pending and links it again
//| ready     queue 7
//| queue 7   -> 2
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <xen/event_channel.h>

enum { PORTS = 8, LINKED = 1u << EVTCHN_FIFO_LINKED };
#define PENDING (1u << EVTCHN_FIFO_PENDING)
#define MASKED (1u << EVTCHN_FIFO_MASKED)

//@ section: shared
/* The event array: a word for each port. */
static event_word_t word[PORTS];
/* For each virtual processor: ready bits and the queues' heads. */
static evtchn_fifo_control_block_t control;
//@ end
static evtchn_port_t tail[EVTCHN_FIFO_MAX_QUEUES];      /* Xen's own */
static uint8_t priority[PORTS];
static evtchn_port_t next[EVTCHN_FIFO_MAX_QUEUES];      /* the guest's own */

//@ section: xen
static void xen_set_pending(evtchn_port_t port)
{
    uint8_t queue = priority[port];
    evtchn_port_t last = tail[queue];

    word[port] |= PENDING;
    if (word[port] & (MASKED | LINKED))
        return;         /* waits, or is in a queue already */
    if (last && word[last] & LINKED) {
        word[last] |= port;     /* behind the last one */
    } else {
        control.head[queue] = port;         /* it was empty */
        control.ready |= 1u << queue;       /* upcall, if it was 0 */
    }
    word[port] |= LINKED;
    tail[queue] = port;
}
//@ end

//@ section: guest
static void guest_serve_one(void)
{
    /* The lowest bit is the highest priority. */
    unsigned queue = (unsigned)__builtin_ctz(control.ready);
    evtchn_port_t first = control.head[queue];
    evtchn_port_t port = next[queue] ? next[queue] : first;
    evtchn_port_t behind = word[port] & EVTCHN_FIFO_LINK_MASK;

    word[port] &= ~(event_word_t)(LINKED | EVTCHN_FIFO_LINK_MASK);
    next[queue] = behind;
    if (behind == 0)
        control.ready &= ~(1u << queue);
    if (word[port] & PENDING && !(word[port] & MASKED)) {
        word[port] &= ~PENDING;
        printf("guest: port %u is served\n", port);
    } else {
        printf("guest: port %u is skipped\n", port);
    }
}
//@ end

static void show(const char *title)
{
    printf("== %s\nready    ", title);
    for (unsigned queue = 0; queue < EVTCHN_FIFO_MAX_QUEUES; queue++)
        if (control.ready >> queue & 1)
            printf(" queue %u", queue);
    puts(control.ready ? "" : " none");
    for (unsigned queue = 0; queue < EVTCHN_FIFO_MAX_QUEUES; queue++) {
        evtchn_port_t port = next[queue] ? next[queue] : control.head[queue];

        if (!(control.ready >> queue & 1))
            continue;
        printf("queue %-2u ", queue);
        for (; port; port = word[port] & EVTCHN_FIFO_LINK_MASK)
            printf(" -> %u%s", port, word[port] & MASKED ? " (masked)" : "");
        puts("");
    }
}

//@ section: story
int main(void)
{
    memset(priority, EVTCHN_FIFO_PRIORITY_DEFAULT, sizeof priority);
    priority[1] = EVTCHN_FIFO_PRIORITY_MAX;     /* the timer */
    show("nothing is pending");
    xen_set_pending(5);
    xen_set_pending(2);
    show("events for ports 5 and 2: the order of arrival");
    xen_set_pending(1);
    show("the timer, port 1, has a queue of its own");
    xen_set_pending(5);
    show("port 5 once more: it is linked already");
    word[2] |= MASKED;
    show("the guest masks port 2, which is in a queue");
    while (control.ready) {
        printf("== the guest takes one from queue %d\n",
               __builtin_ctz(control.ready));
        guest_serve_one();
    }
    printf("port 2 is still pending: %s\n", word[2] & PENDING ? "yes" : "no");
    word[2] &= ~MASKED;
    xen_set_pending(2);
    show("EVTCHNOP_unmask: Xen finds it pending and links it again");
    return 0;
}
//@ end

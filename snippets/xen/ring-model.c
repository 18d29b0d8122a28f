//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| == an empty ring
//| slots     [ ] [ ] [ ] [ ]  4 free
//| shared    req_prod 0  req_event 1
//|           rsp_prod 0  rsp_event 1
//| front     req_prod_pvt 0  rsp_cons 0
//| back      req_cons 0  rsp_prod_pvt 0
//| event     none
//| == three requests, which nobody sees yet
//| slots     [A] [B] [C] [ ]  1 free
//| shared    req_prod 0  req_event 1
//|           rsp_prod 0  rsp_event 1
//| front     req_prod_pvt 3  rsp_cons 0
//| back      req_cons 0  rsp_prod_pvt 0
//| event     none
//| == pushed: req_prod moves, and the back end is told
//| slots     [A] [B] [C] [ ]  1 free
//| shared    req_prod 3  req_event 1
//|           rsp_prod 0  rsp_event 1
//| front     req_prod_pvt 3  rsp_cons 0
//| back      req_cons 0  rsp_prod_pvt 0
//| event     front knocks at back
//| == two are answered, privately
//| slots     [a] [b] [C] [ ]  1 free
//| shared    req_prod 3  req_event 1
//|           rsp_prod 0  rsp_event 1
//| front     req_prod_pvt 3  rsp_cons 0
//| back      req_cons 2  rsp_prod_pvt 2
//| event     none
//| == pushed: rsp_prod moves, and the front end is told
//| slots     [a] [b] [C] [ ]  1 free
//| shared    req_prod 3  req_event 1
//|           rsp_prod 2  rsp_event 1
//| front     req_prod_pvt 3  rsp_cons 0
//| back      req_cons 2  rsp_prod_pvt 2
//| event     back knocks at front
//| == the front end takes both, and asks for the next event
//| slots     [ ] [ ] [C] [ ]  3 free
//| shared    req_prod 3  req_event 1
//|           rsp_prod 2  rsp_event 3
//| front     req_prod_pvt 3  rsp_cons 2
//| back      req_cons 2  rsp_prod_pvt 2
//| event     none
//| == two more; the second one takes slot 0 again
//| slots     [E] [ ] [C] [D]  1 free
//| shared    req_prod 5  req_event 1
//|           rsp_prod 2  rsp_event 3
//| front     req_prod_pvt 5  rsp_cons 2
//| back      req_cons 2  rsp_prod_pvt 2
//| event     held off: back has not asked
//| == all five are answered
//| slots     [e] [ ] [c] [d]  1 free
//| shared    req_prod 5  req_event 1
//|           rsp_prod 5  rsp_event 3
//| front     req_prod_pvt 5  rsp_cons 2
//| back      req_cons 5  rsp_prod_pvt 5
//| event     back knocks at front
//| == nothing is left: ask for the next event, sleep
//| slots     [e] [ ] [c] [d]  1 free
//| shared    req_prod 5  req_event 6
//|           rsp_prod 5  rsp_event 3
//| front     req_prod_pvt 5  rsp_cons 2
//| back      req_cons 5  rsp_prod_pvt 5
//| event     none
//| == the next request knocks again
//| slots     [ ] [F] [ ] [ ]  3 free
//| shared    req_prod 6  req_event 6
//|           rsp_prod 5  rsp_event 6
//| front     req_prod_pvt 6  rsp_cons 5
//| back      req_cons 5  rsp_prod_pvt 5
//| event     front knocks at back
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define xen_mb() atomic_thread_fence(memory_order_seq_cst)
#define xen_rmb() atomic_thread_fence(memory_order_acquire)
#define xen_wmb() atomic_thread_fence(memory_order_release)
#include <xen/io/ring.h>

//@ section: types
struct job { char letter; };
struct done { char letter; };   /* the answer takes the request's place */
DEFINE_RING_TYPES(demo, struct job, struct done);

enum {
    SLOTS = 4,
    ROOM = offsetof(struct demo_sring, ring) + SLOTS * sizeof(union demo_sring_entry)
};
//@ end

static _Alignas(64) unsigned char page[ROOM];
static demo_sring_t *const shared = (demo_sring_t *)page;
static demo_front_ring_t front;
static demo_back_ring_t back;
static const char *event = "none";

static void show(const char *title)
{
    printf("== %s\n", title);
    printf("slots    ");
    for (unsigned slot = 0; slot < SLOTS; slot++)
        printf(" [%c]", shared->ring[slot].req.letter ? shared->ring[slot].req.letter : ' ');
    printf("  %u free\n", RING_FREE_REQUESTS(&front));
    printf("shared    req_prod %u  req_event %u\n", shared->req_prod, shared->req_event);
    printf("          rsp_prod %u  rsp_event %u\n", shared->rsp_prod, shared->rsp_event);
    printf("front     req_prod_pvt %u  rsp_cons %u\n", front.req_prod_pvt, front.rsp_cons);
    printf("back      req_cons %u  rsp_prod_pvt %u\n", back.req_cons, back.rsp_prod_pvt);
    printf("event     %s\n", event);
    event = "none";
}

//@ section: ends
static void ask(const char *letters)
{
    for (; *letters; letters++)
        RING_GET_REQUEST(&front, front.req_prod_pvt++)->letter = *letters;
}

static void push_requests(void)
{
    int notify;

    RING_PUSH_REQUESTS_AND_CHECK_NOTIFY(&front, notify);
    event = notify ? "front knocks at back" : "held off: back has not asked";
}

static void serve(unsigned count)
{
    while (count-- > 0) {
        struct job job;

        xen_rmb();          /* the index, then the slot */
        RING_COPY_REQUEST(&back, back.req_cons, &job);
        xen_rmb();          /* and it is a copy */
        back.req_cons++;
        /* small letters are answers */
        RING_GET_RESPONSE(&back, back.rsp_prod_pvt)->letter =
            (char)(job.letter - 'A' + 'a');
        back.rsp_prod_pvt++;
    }
}

static void push_responses(void)
{
    int notify;

    RING_PUSH_RESPONSES_AND_CHECK_NOTIFY(&back, notify);
    event = notify ? "back knocks at front" : "held off: front has not asked";
}

static void fetch(void)
{
    int more;

    do {
        while (RING_HAS_UNCONSUMED_RESPONSES(&front)) {
            xen_rmb();
            RING_GET_RESPONSE(&front, front.rsp_cons++)->letter = 0;
        }
        RING_FINAL_CHECK_FOR_RESPONSES(&front, more);
    } while (more);
}
//@ end

//@ section: story
int main(void)
{
    int more;

    XEN_FRONT_RING_INIT(&front, shared, ROOM);
    BACK_RING_INIT(&back, shared, ROOM);
    show("an empty ring");
    ask("ABC");
    show("three requests, which nobody sees yet");
    push_requests();
    show("pushed: req_prod moves, and the back end is told");
    serve(2);
    show("two are answered, privately");
    push_responses();
    show("pushed: rsp_prod moves, and the front end is told");
    fetch();
    show("the front end takes both, and asks for the next event");
    ask("DE");
    push_requests();
    show("two more; the second one takes slot 0 again");
    serve(3);
    push_responses();
    show("all five are answered");
    RING_FINAL_CHECK_FOR_REQUESTS(&back, more);
    show(more ? "more to do"
              : "nothing is left: ask for the next event, sleep");
    fetch();
    ask("F");
    push_requests();
    show("the next request knocks again");
    return 0;
}
//@ end

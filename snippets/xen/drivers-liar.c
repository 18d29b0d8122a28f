//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| three requests
//|   turn 1: 3 answered, the channel is open
//|   the front end reads 2 3 4
//| a request for each answer, without end
//|   turn 1: 512 answered, the work is queued again
//|   turn 2: 512 answered, the work is queued again
//|   turn 3: 512 answered, the work is queued again
//| a million requests in 512 slots
//|   fatal: req_prod is 1000000
//|   turn 1: 0 answered, the channel stays closed
//|   it knocks again: nobody hears it
//| two answers to one request
//|   fatal: rsp_prod is 2
//|   turn 1: 0 taken, the channel stays closed
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

//@ section: kernel
/* As much of the kernel as the two functions call. */
typedef uint32_t u32, grant_ref_t;
typedef enum { IRQ_HANDLED } irqreturn_t;
enum { XEN_EOI_FLAG_SPURIOUS = 1 };
struct work_struct { bool queued; };
struct xenbus_device { int dev; };

static bool closed;         /* an event channel, until its EOI */
static bool greedy;         /* this front end asks with each answer */
static int taken;

#define READ_ONCE(x) (*(const volatile __typeof__(x) *)&(x))
#define barrier() __asm__ volatile("" ::: "memory")
#define container_of(member_at, type, member) \
    ((type *)((char *)(member_at) - offsetof(type, member)))
#define xenbus_dev_fatal(dev, error, ...) \
    ((void)(dev), (void)(error), printf("  fatal: " __VA_ARGS__), puts(""))
#define dev_info(dev, format, number) \
    ((void)(dev), (void)(number), taken++)

static void schedule_work(struct work_struct *work) { work->queued = true; }

static void xen_irq_lateeoi(int irq, unsigned flags)
{
    (void)irq, (void)flags;
    closed = false;
}

static void notify_remote_via_irq(int irq);
//@ end

#define rmb() barrier()
#define xen_mb() __sync_synchronize()
#define xen_rmb() barrier()
#define xen_wmb() barrier()
#include <xen/io/ring.h>
#include "drivers-module/answer.h"
#include "drivers-module/take.h"

static _Alignas(4096) unsigned char page[4096];
static struct mydevice_sring *const shared = (struct mydevice_sring *)page;
static struct xenbus_device device;
static struct mydevice_front_ring front_end;
static struct back back;

static void ask(unsigned count)
{
    int notify;

    for (unsigned i = 1; i <= count; i++)
        RING_GET_REQUEST(&front_end, front_end.req_prod_pvt++)->number = i;
    RING_PUSH_REQUESTS_AND_CHECK_NOTIFY(&front_end, notify);
    (void)notify;
}

/* The front end is told of answers. The greedy one fills the ring again. */
static void notify_remote_via_irq(int irq)
{
    (void)irq;
    if (greedy) {
        front_end.rsp_cons = shared->rsp_prod;
        shared->rsp_event = front_end.rsp_cons + 1;
        ask(RING_FREE_REQUESTS(&front_end));
    }
}

static void connect(void)
{
    XEN_FRONT_RING_INIT(&front_end, shared, sizeof page);
    back = (struct back){.dev = &device};
    BACK_RING_INIT(&back.ring, shared, sizeof page);
    closed = greedy = false;
}

static void knock(void)
{
    if (closed)
        return;
    closed = true;          /* lateeoi: until the handler opens it */
    back_knocked(1, &back);
}

//@ section: liar
static void turns(int most)
{
    for (int turn = 1; turn <= most && back.work.queued; turn++) {
        RING_IDX before = back.ring.req_cons;

        back.work.queued = false;
        back_work(&back.work);
        printf("  turn %d: %u answered, %s\n", turn,
               back.ring.req_cons - before,
               back.work.queued ? "the work is queued again" :
               closed ? "the channel stays closed" : "the channel is open");
    }
}

int main(void)
{
    puts("three requests");
    connect();
    ask(3);
    knock();
    turns(3);
    printf("  the front end reads");
    for (RING_IDX i = 0; i < shared->rsp_prod; i++)
        printf(" %u", RING_GET_RESPONSE(&front_end, i)->number);
    puts("");

    puts("a request for each answer, without end");
    connect();
    greedy = true;
    ask(RING_SIZE(&front_end));
    knock();
    turns(3);

    puts("a million requests in 512 slots");
    connect();
    shared->req_prod = 1000000;
    knock();
    turns(3);
    knock();
    puts(back.work.queued ? "  heard" : "  it knocks again: nobody hears it");

    puts("two answers to one request");
    connect();
    struct front front = {.dev = &device, .ring = front_end};
    front.ring.req_prod_pvt = 1;
    shared->rsp_prod = 2;
    closed = true;
    front_knocked(2, &front);
    front_work(&front.work);
    printf("  turn 1: %d taken, the channel %s\n", taken,
           closed ? "stays closed" : "is open");
}
//@ end

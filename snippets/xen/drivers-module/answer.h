#ifndef ANSWER_H
#define ANSWER_H

#include "mydevice.h"

struct back {
    struct xenbus_device *dev;
    struct mydevice_back_ring ring;
    struct work_struct work;
    void *page;
    int irq;
};

//@ section: answer
/* The front end has knocked. This interrupts everything else, and the
   front end decides how often: leave the work to a kernel thread. */
static irqreturn_t back_knocked(int irq, void *data)
{
    struct back *back = data;

    back->irq = irq; /* It may knock before bind has returned. */
    schedule_work(&back->work);
    return IRQ_HANDLED;
}

/* Answers each number with its successor; at most a ring full at a time. */
static void back_work(struct work_struct *work)
{
    struct back *back = container_of(work, struct back, work);
    struct mydevice_back_ring *ring = &back->ring;
    RING_IDX end = READ_ONCE(ring->sring->req_prod);
    unsigned int eoi = XEN_EOI_FLAG_SPURIOUS;
    int notify, more;

    if (RING_REQUEST_PROD_OVERFLOW(ring, end)) {
        /* The front end lies. Without an EOI it is never heard again. */
        xenbus_dev_fatal(back->dev, -EIO, "req_prod is %u", end);
        return;
    }
    rmb(); /* The number first, then what it counts. */
    while (ring->req_cons != end) {
        struct mydevice_request request;

        RING_COPY_REQUEST(ring, ring->req_cons, &request);
        barrier(); /* It is a copy, and stays one. */
        ring->req_cons++;
        RING_GET_RESPONSE(ring, ring->rsp_prod_pvt)->number =
            request.number + 1;
        ring->rsp_prod_pvt++;
        eoi = 0;
    }
    RING_PUSH_RESPONSES_AND_CHECK_NOTIFY(ring, notify);
    if (notify)
        notify_remote_via_irq(back->irq);
    RING_FINAL_CHECK_FOR_REQUESTS(ring, more);
    if (more)
        schedule_work(work); /* Others may run first. */
    else
        xen_irq_lateeoi(back->irq, eoi);
}
//@ end

#endif

#ifndef TAKE_H
#define TAKE_H

#include "mydevice.h"

struct front {
    struct xenbus_device *dev;
    struct mydevice_front_ring ring;
    struct work_struct work;
    void *page;
    grant_ref_t ref;
    int irq;
};

/* The back end has knocked. */
static irqreturn_t front_knocked(int irq, void *data)
{
    struct front *front = data;

    front->irq = irq;
    schedule_work(&front->work);
    return IRQ_HANDLED;
}

//@ section: take
/* Takes the answers, and never more of them than there were requests. */
static void front_work(struct work_struct *work)
{
    struct front *front = container_of(work, struct front, work);
    struct mydevice_front_ring *ring = &front->ring;
    RING_IDX end = READ_ONCE(ring->sring->rsp_prod);
    RING_IDX open = READ_ONCE(ring->req_prod_pvt) - ring->rsp_cons;
    unsigned int eoi = XEN_EOI_FLAG_SPURIOUS;
    int more;

    if (end - ring->rsp_cons > open) {
        xenbus_dev_fatal(front->dev, -EIO, "rsp_prod is %u", end);
        return;
    }
    rmb(); /* The number first, then what it counts. */
    while (ring->rsp_cons != end) {
        struct mydevice_response response;

        RING_COPY_RESPONSE(ring, ring->rsp_cons, &response);
        barrier(); /* It is a copy, and stays one. */
        ring->rsp_cons++;
        dev_info(&front->dev->dev, "answer %u\n", response.number);
        eoi = 0;
    }
    RING_FINAL_CHECK_FOR_RESPONSES(ring, more);
    if (more)
        schedule_work(work);
    else
        xen_irq_lateeoi(front->irq, eoi);
}
//@ end

#endif

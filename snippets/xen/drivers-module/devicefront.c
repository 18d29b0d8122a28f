#include <linux/interrupt.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/workqueue.h>
#include <xen/events.h>
#include <xen/grant_table.h>
#include <xen/interface/io/ring.h>
#include <xen/page.h>
#include <xen/xen.h>
#include <xen/xenbus.h>
#include "mydevice.h"

#include "take.h"

static void front_ask(struct front *front, u32 number)
{
    struct mydevice_request *request;
    int notify;

    request = RING_GET_REQUEST(&front->ring, front->ring.req_prod_pvt);
    front->ring.req_prod_pvt++;
    request->number = number;
    RING_PUSH_REQUESTS_AND_CHECK_NOTIFY(&front->ring, notify);
    if (notify)
        notify_remote_via_irq(front->irq);
}

static void front_disconnect(struct front *front)
{
    if (front->irq) {
        disable_irq(front->irq);
        cancel_work_sync(&front->work);
        unbind_from_irqhandler(front->irq, front);
    }
    front->irq = 0;
    xenbus_teardown_ring(&front->page, 1, &front->ref);
}

//@ section: tell
static int front_tell(struct front *front, evtchn_port_t port)
{
    const char *keys = front->dev->nodename;
    struct xenbus_transaction t;
    int err, ended;

    do {
        err = xenbus_transaction_start(&t);
        if (err)
            return err;
        err = xenbus_printf(t, keys, "ring-ref", "%u", front->ref);
        if (!err)
            err = xenbus_printf(t, keys, "event-channel", "%u",
                                port);
        ended = xenbus_transaction_end(t, err != 0);
    } while (!err && ended == -EAGAIN);
    return err ? err : ended;
}
//@ end

//@ section: share
static int front_share(struct front *front)
{
    evtchn_port_t port;
    int err = xenbus_setup_ring(front->dev, GFP_KERNEL, &front->page, 1,
                                &front->ref);

    if (err)
        return err;
    XEN_FRONT_RING_INIT(&front->ring,
                        (struct mydevice_sring *)front->page,
                        XEN_PAGE_SIZE);
    err = xenbus_alloc_evtchn(front->dev, &port);
    if (err)
        goto fail;
    err = bind_evtchn_to_irqhandler_lateeoi(port, front_knocked, 0,
                                            "mydevice", front);
    if (err < 0) {
        xenbus_free_evtchn(front->dev, port);
        goto fail;
    }
    front->irq = err;
    err = front_tell(front, port);
    if (!err)
        return 0;
fail:
    front_disconnect(front);
    return err;
}
//@ end

static int front_probe(struct xenbus_device *dev,
                       const struct xenbus_device_id *id)
{
    struct front *front = kzalloc(sizeof(*front), GFP_KERNEL);

    if (!front)
        return -ENOMEM;
    front->dev = dev;
    INIT_WORK(&front->work, front_work);
    front->ref = INVALID_GRANT_REF; /* 0 is a valid one */
    dev_set_drvdata(&dev->dev, front);
    return 0;
}

static void front_remove(struct xenbus_device *dev)
{
    struct front *front = dev_get_drvdata(&dev->dev);

    front_disconnect(front);
    kfree(front);
}

//@ section: changed
static void front_changed(struct xenbus_device *dev, enum xenbus_state back)
{
    struct front *front = dev_get_drvdata(&dev->dev);
    int err;

    switch (back) {
    case XenbusStateInitWait:
        if (dev->state != XenbusStateInitialising)
            break;
        err = front_share(front);
        if (err)
            xenbus_dev_fatal(dev, err, "sharing");
        else
            xenbus_switch_state(dev, XenbusStateInitialised);
        break;
    case XenbusStateConnected:
        if (dev->state != XenbusStateInitialised)
            break;
        xenbus_switch_state(dev, XenbusStateConnected);
        front_ask(front, 41);
        break;
    case XenbusStateClosing:
        front_disconnect(front);
        xenbus_frontend_closed(dev);
        break;
    default:
        break;
    }
}
//@ end

static const struct xenbus_device_id front_ids[] = { { "mydevice" }, { "" } };

static struct xenbus_driver front_driver = {
    .ids = front_ids,
    .probe = front_probe,
    .remove = front_remove,
    .otherend_changed = front_changed,
};

static int __init front_init(void)
{
    return xen_domain() ? xenbus_register_frontend(&front_driver) : -ENODEV;
}
module_init(front_init);

static void __exit front_exit(void)
{
    xenbus_unregister_driver(&front_driver);
}
module_exit(front_exit);

MODULE_DESCRIPTION("Asks what comes after 41");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_ALIAS("xen:mydevice");

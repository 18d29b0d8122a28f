#include <linux/interrupt.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/workqueue.h>
#include <xen/events.h>
#include <xen/interface/io/ring.h>
#include <xen/page.h>
#include <xen/xen.h>
#include <xen/xenbus.h>
#include "mydevice.h"

#include "answer.h"

static void back_disconnect(struct xenbus_device *dev)
{
    struct back *back = dev_get_drvdata(&dev->dev);

    if (back->irq) {
        disable_irq(back->irq);        /* No knock any more, */
        cancel_work_sync(&back->work); /* nobody at work, */
        unbind_from_irqhandler(back->irq, back); /* and then this. */
    }
    back->irq = 0;
    if (back->page)
        xenbus_unmap_ring_vfree(dev, back->page);
    back->page = NULL;
}

//@ section: connect
static int back_connect(struct xenbus_device *dev)
{
    struct back *back = dev_get_drvdata(&dev->dev);
    unsigned int page, port;
    int err = xenbus_gather(XBT_NIL, dev->otherend,
                            "ring-ref", "%u", &page,
                            "event-channel", "%u", &port, NULL);

    if (err)
        return err;
    err = xenbus_map_ring_valloc(dev, &page, 1, &back->page);
    if (err)
        return err;
    BACK_RING_INIT(&back->ring, (struct mydevice_sring *)back->page,
                   XEN_PAGE_SIZE);
    err = bind_interdomain_evtchn_to_irqhandler_lateeoi(
        dev, port, back_knocked, 0, "mydevice-back", back);
    if (err < 0) {
        back_disconnect(dev);
        return err;
    }
    back->irq = err;
    return 0;
}
//@ end

//@ section: probe
static int back_probe(struct xenbus_device *dev,
                      const struct xenbus_device_id *id)
{
    struct back *back = kzalloc(sizeof(*back), GFP_KERNEL);

    if (!back)
        return -ENOMEM;
    back->dev = dev;
    INIT_WORK(&back->work, back_work);
    dev_set_drvdata(&dev->dev, back);
    dev_info(&dev->dev, "for domain %d\n", dev->otherend_id);
    return xenbus_switch_state(dev, XenbusStateInitWait);
}

static void back_remove(struct xenbus_device *dev)
{
    back_disconnect(dev);
    kfree(dev_get_drvdata(&dev->dev));
}
//@ end

//@ section: changed
static void back_changed(struct xenbus_device *dev, enum xenbus_state front)
{
    int err;

    switch (front) {
    case XenbusStateInitialised:
        if (dev->state != XenbusStateInitWait)
            break;
        err = back_connect(dev);
        if (err)
            xenbus_dev_fatal(dev, err, "connecting");
        else
            xenbus_switch_state(dev, XenbusStateConnected);
        break;
    case XenbusStateClosing:
        xenbus_switch_state(dev, XenbusStateClosing);
        break;
    case XenbusStateClosed:
        back_disconnect(dev);
        xenbus_switch_state(dev, XenbusStateClosed);
        if (xenbus_dev_is_online(dev))
            break;
        fallthrough; /* nobody will come back */
    case XenbusStateUnknown: /* the front end's keys are gone */
        device_unregister(&dev->dev);
        break;
    default:
        break; /* Not there yet, or nothing to do. */
    }
}
//@ end

//@ section: driver
static const struct xenbus_device_id back_ids[] = { { "mydevice" }, { "" } };

static struct xenbus_driver back_driver = {
    .ids = back_ids,
    .probe = back_probe,
    .remove = back_remove,
    .otherend_changed = back_changed,
};

static int __init back_init(void)
{
    return xen_domain() ? xenbus_register_backend(&back_driver) : -ENODEV;
}
module_init(back_init);

static void __exit back_exit(void)
{
    xenbus_unregister_driver(&back_driver);
}
module_exit(back_exit);

MODULE_DESCRIPTION("Adds one, for another domain");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_ALIAS("xen-backend:mydevice");
//@ end

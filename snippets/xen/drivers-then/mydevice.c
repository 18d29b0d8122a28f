#include <linux/module.h>
#include <xen/xenbus.h>

static int old_probe(struct xenbus_device *dev,
                     const struct xenbus_device_id *id)
{
    printk("probed %s\n", dev->nodename);
    return 0;
}

static int old_uevent(struct xenbus_device *dev, char **envp,
                      int num_envp, char *buffer, int buffer_size)
{
    return 0;
}

static int old_remove(struct xenbus_device *dev)
{
    return 0;
}

static struct xenbus_device_id old_ids[] = { { "mydevice" }, { "" } };

static struct xenbus_driver old_driver = {
    .name = "mydevice",
    .owner = THIS_MODULE,
    .ids = old_ids,
    .probe = old_probe,
    .remove = old_remove,
    .uevent = old_uevent,
};

static int __init old_init(void)
{
    return xenbus_register_backend(&old_driver);
}
module_init(old_init);

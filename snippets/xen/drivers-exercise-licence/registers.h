#include <linux/module.h>
#include <xen/xenbus.h>

static const struct xenbus_device_id ids[] = { { "mydevice" }, { "" } };
static struct xenbus_driver driver = { .ids = ids };

static int __init registers(void)
{
    return xenbus_register_backend(&driver);
}
module_init(registers);

#include <glib.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <string.h>

//@ section: xml
G_DEFINE_AUTOPTR_CLEANUP_FUNC(virConnect, virConnectClose)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(virDomain, virDomainFree)

static char *describe(const char *name)
{
    g_autoptr(virConnect) host = virConnectOpen("test:///default");
    if (!host)
        return NULL;

    g_autoptr(virDomain) machine = virDomainLookupByName(host, name);
    if (!machine)
        return NULL;

    g_autofree char *xml = virDomainGetXMLDesc(machine, 0);
    if (!xml)
        return NULL;
    xml[strcspn(xml, "\n")] = '\0';
    return g_steal_pointer(&xml);
}
//@ end

static void quiet(void *data, virErrorPtr error)
{
    (void)data;
    (void)error;
}

int main(void)
{
    virSetErrorFunc(NULL, quiet);
    for (int i = 0; i < 2; i++) {
        const char *name = i == 0 ? "test" : "nobody";
        g_autofree char *line = describe(name);

        printf("%s: %s\n", name, line ? line : "no such machine");
    }
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ sanitize: address undefined
//@ output:
//| == everything in domain 0
//| QEMU of guest 1: guest-1 qemu-1 network domain-0 Xen guest-2
//| network driver:  guest-1 qemu-1 network domain-0 Xen guest-2
//| == QEMU in a stub domain, the driver in domain 0
//| QEMU of guest 1: guest-1 qemu-1
//| network driver:  guest-1 qemu-1 network domain-0 Xen guest-2
//| == both outside, and no IOMMU
//| QEMU of guest 1: guest-1 qemu-1
//| network driver:  guest-1 qemu-1 network domain-0 Xen guest-2
//| == both outside, with an IOMMU
//| QEMU of guest 1: guest-1 qemu-1
//| network driver:  network
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum part { GUEST1, QEMU1, NETWORK, DOM0, XEN, GUEST2, PARTS };

static const char *const name[PARTS] = {
    "guest-1", "qemu-1", "network", "domain-0", "Xen", "guest-2"};

//@ section: parts
// holds[a][b]: whoever controls a controls b as well.
static bool holds[PARTS][PARTS];

static void build(bool stub_domain, bool driver_domain, bool iommu)
{
    memset(holds, 0, sizeof holds);
    holds[DOM0][GUEST1] = holds[DOM0][GUEST2] = true;  // maps their memory
    holds[DOM0][QEMU1] = holds[DOM0][NETWORK] = true;  // starts them
    holds[DOM0][XEN] = true;                           // loads the next one
    holds[XEN][DOM0] = true;
    holds[QEMU1][GUEST1] = true;                       // maps its memory
    if (!stub_domain)
        holds[QEMU1][DOM0] = true;                     // a process there
    if (!driver_domain)
        holds[NETWORK][DOM0] = true;                   // in its kernel
    if (!iommu)
        holds[NETWORK][XEN] = true;                    // by DMA
}
//@ end

//@ section: reach
static void reach(const char *title, enum part start)
{
    bool lost[PARTS] = {false};

    lost[start] = true;
    for (bool more = true; more;) {
        more = false;
        for (int a = 0; a < PARTS; a++)
            for (int b = 0; b < PARTS; b++)
                if (lost[a] && holds[a][b] && !lost[b])
                    lost[b] = more = true;
    }
    printf("%s", title);
    for (int a = 0; a < PARTS; a++)
        if (lost[a])
            printf(" %s", name[a]);
    puts("");
}
//@ end

static void both(const char *title, bool stub, bool driver, bool iommu)
{
    printf("== %s\n", title);
    build(stub, driver, iommu);
    reach("QEMU of guest 1:", QEMU1);
    reach("network driver: ", NETWORK);
}

int main(void)
{
    both("everything in domain 0", false, false, true);
    both("QEMU in a stub domain, the driver in domain 0", true, false, true);
    both("both outside, and no IOMMU", true, true, false);
    both("both outside, with an IOMMU", true, true, true);
    return 0;
}

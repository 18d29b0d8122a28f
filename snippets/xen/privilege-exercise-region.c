//@ do: run
//@ std: c11
//@ compilers: gcc clang
//@ options: -Wall -Wextra -pedantic
//@ output:
//| 4 and 8 bytes
//| data begins at 8, the region at a page: 1
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: old
struct vmcs_2005 {
    uint32_t revision;
    unsigned char data[0]; //~[gcc] warning: [-Wpedantic]
    //~[clang] warning: [-Wzero-length-array]
};
//@ end

//@ section: new
struct vmcs {
    uint32_t revision;
    uint32_t abort;
    unsigned char data[];
};

static struct vmcs *new_region(size_t bytes, uint32_t revision)
{
    struct vmcs *region = aligned_alloc(4096, bytes);
    if (region) {
        memset(region, 0, bytes);
        region->revision = revision;
    }
    return region;
}
//@ end

int main(void)
{
    struct vmcs *region = new_region(4096, 1);
    if (!region)
        return 1;
    printf("%zu and %zu bytes\n", sizeof(struct vmcs_2005), sizeof(struct vmcs));
    printf("data begins at %zu, the region at a page: %d\n", offsetof(struct vmcs, data),
           (uintptr_t)region % 4096 == 0);
    free(region);
}

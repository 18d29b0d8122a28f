//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| level 4: entry 255
//| level 3: entry 72
//| level 2: entry 418
//| level 1: entry 359
//| in the page: byte 2748
#include <inttypes.h>
#include <stdio.h>

//@ section: split
int main(void)
{
    uint64_t address = 0x7f9234567abc;

    for (int level = 4; level > 0; level--) {
        int shift = 12 + 9 * (level - 1);
        uint64_t entry = address >> shift & 511;
        printf("level %d: entry %" PRIu64 "\n", level, entry);
    }
    printf("in the page: byte %" PRIu64 "\n", address & 4095);
    return 0;
}
//@ end

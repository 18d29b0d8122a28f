//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| 0x80000306: event 6
//| 0x80000b0e: event 14
//| 0x00000b0e: nothing
#include <stdint.h>
#include <stdio.h>

// Bits 0 to 7 are the vector, bit 31 says whether the rest counts.
//@ section: show
static void show(uint32_t information)
{
    if (information >> 31)
        printf("0x%08x: event %d\n", information, (int)(information & 0xff));
    else
        printf("0x%08x: nothing\n", information);
}
//@ end

int main(void)
{
    show(0x80000306);
    show(0x80000b0e);
    show(0x00000b0e);
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| 0x80000306: event -2147482874
//| 0x80000b0e: event -2147480818
//| 0x00000b0e: event 2830
#include <stdint.h>
#include <stdio.h>

// Bits 0 to 7 are the vector, bit 31 says whether the rest counts.
static void show(uint32_t information)
{
    printf("0x%08x: event %d\n", information, (int)information);
}

int main(void)
{
    show(0x80000306);
    show(0x80000b0e);
    show(0x00000b0e);
    return 0;
}

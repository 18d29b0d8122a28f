//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| the device sees 0x1aa07
//| the device sees 0x1aa0b
//| the device sees 0x1090b
//| reads: 3
#include <stdint.h>
#include <stdio.h>

// Bit 0 switches the device on, bits 1 to 3 are its mode, bits 8 to 15
// its divisor. Bit 16 belongs to somebody else.
static uint32_t reg = 0x1aa06;
static int reads;

static uint32_t read_reg(void)
{
    reads++;
    return reg;
}

static void write_reg(uint32_t value)
{
    reg = value;
    printf("the device sees 0x%05x\n", (unsigned)value);
}

static void setup(uint32_t mode, uint32_t divisor)
{
    write_reg(read_reg() | 1);
    write_reg((read_reg() & ~0xeu) | mode << 1);
    write_reg((read_reg() & ~0xff00u) | divisor << 8);
}

int main(void)
{
    setup(5, 9);
    printf("reads: %d\n", reads);
    return 0;
}

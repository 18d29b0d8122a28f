//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| the device sees 0x1090b
//| reads: 1
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

//@ section: setup
static void setup(uint32_t mode, uint32_t divisor)
{
    uint32_t others = read_reg() & ~0xff0fu;

    write_reg(others | divisor << 8 | mode << 1 | 1);
}
//@ end

int main(void)
{
    setup(5, 9);
    printf("reads: %d\n", reads);
    return 0;
}

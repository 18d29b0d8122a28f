//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra
//@ output: control 1, count 41
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

// The manual of the timer, all registers of 32 bits:
// control at 0, status at 4, 8 bytes that are reserved, count at 16.
struct timer {
    uint32_t control;
    uint32_t status;
    uint32_t reserved[2];
    uint32_t count;
};

static struct timer device = {.count = 41};  // stands in for the hardware
static volatile struct timer *const timer = &device;

int main(void)
{
    timer->control = 1;
    printf("control %u, count %u\n", (unsigned)timer->control, (unsigned)timer->count);
    return 0;
}

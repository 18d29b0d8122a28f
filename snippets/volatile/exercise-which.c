//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ load-in-loop: wait_a wait_b
//@ no-load-in-loop[-O2]: wait_c
//@ no-load-in-loop: wait_d
#include <stdint.h>

//@ section: which
void wait_a(const volatile uint8_t *reg)
{
    while (*reg == 0) {
    }
}

void wait_b(uint8_t *volatile reg)
{
    while (*reg == 0) {
    }
}

void wait_c(uint8_t *const reg)
{
    while (*reg == 0) {
    }
}

void wait_d(uint8_t *reg)
{
    volatile uint8_t value = *reg;

    while (value == 0) {
    }
}
//@ end

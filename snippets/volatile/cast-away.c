//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -Wcast-qual
//@ load-in-loop[-O0]: wait_for
//@ no-load-in-loop[-O2]: wait_cast wait_passed
#include <stdint.h>

//@ section: casts
static inline void wait_for(uint8_t *reg)
{
    while (*reg == 0) {
    }
}

volatile uint8_t status, other;

void wait_cast(void)
{
    wait_for((uint8_t *)&status);  //~ warning: [-Wcast-qual]
}

void wait_passed(void)
{
    wait_for(&other);              //~[gcc|arm-gcc] warning: [-Wdiscarded-qualifiers]
    //~[clang*] warning: [-Wincompatible-pointer-types-discards-qualifiers]
}
//@ end

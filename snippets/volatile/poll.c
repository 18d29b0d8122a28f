//@ do: assemble
//@ std: c17 c23
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ load-in-loop[-O0]: wait_plain
//@ no-load-in-loop[-O2]: wait_plain
//@ load-in-loop: wait_volatile
// What is left of the plain loop: a jump to itself, or nothing at all.
//@ scan-assembler[gcc -O2]: ^\.L(\d+):\n\tjmp\t\.L\1$
//@ scan-assembler[arm-gcc -O2]: ^\.L(\d+):\n\tb\t\.L\1$
//@ scan-assembler[clang* -O2]: ^wait_plain:\n\tretq$
#include <stdint.h>

//@ section: plain
void wait_plain(uint8_t *reg)
{
    while (*reg == 0) {
    }
}
//@ end

//@ section: volatile
void wait_volatile(volatile uint8_t *reg)
{
    while (*reg == 0) {
    }
}
//@ end

//@ do: assemble
//@ std: c17
//@ compilers: gcc clang arm-gcc
//@ levels: -O2
//@ options: -Wall -Wextra
//@ scan-assembler[arm-gcc]: ^store:\n([.\t].*\n)*\tstrd\t
//@ scan-assembler[arm-gcc]: ^load:\n([.\t].*\n)*\tldrd\t
//@ scan-assembler-not[arm-gcc]: ^load:\n([.\t].*\n)*\tldrexd\t
//@ scan-assembler[arm-gcc]: ^load_atomic:\n([.\t].*\n)*\tldrexd\t
#include <stdatomic.h>
#include <stdint.h>

//@ section: wide
volatile uint64_t ticks;
_Atomic uint64_t atomic_ticks;

uint64_t load(void)
{
    return ticks;
}

uint64_t load_atomic(void)
{
    return atomic_ticks;
}

void store(uint64_t now)
{
    ticks = now;
}
//@ end

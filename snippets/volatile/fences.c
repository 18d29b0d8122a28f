//@ do: assemble
//@ std: c17
//@ compilers: gcc clang arm-gcc
//@ levels: -O2
//@ options: -Wall -Wextra
//@ scan-assembler[arm-gcc]: ^publish:\n([.\t].*\n)*\tdmb\tish\n([.\t].*\n)*\tstr\t
//@ scan-assembler[arm-gcc]: ^count:\n([^:]*\n|\..*\n)*\tldrex\t(.*\n)*\tstrex\t
//@ scan-assembler[!arm-gcc]: ^count:\n\tlock\s(addl|incl)
//@ scan-assembler-not[arm-gcc]: ^count_volatile:\n([.\t].*\n)*\t(dmb|ldrex)
//@ scan-assembler-not[!arm-gcc]: ^count_volatile:\n([.\t].*\n)*\tlock
#include <stdatomic.h>

//@ section: counts
volatile int events;
atomic_int counted;

void count_volatile(void)
{
    events++;
}

void count(void)
{
    counted++;
}
//@ end

//@ section: release
int data;
volatile int ready;
atomic_int published;

void publish_volatile(int value)
{
    data = value;
    ready = 1;
}

void publish(int value)
{
    data = value;
    atomic_store_explicit(&published, 1, memory_order_release);
}
//@ end

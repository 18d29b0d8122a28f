//@ do: assemble
//@ std: gnu17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ load-in-loop: wait_once wait_relaxed
//@ scan-assembler[!arm-gcc -O2]: ^ring_twice:\n([.\t].*\n)*\tmovl\t\$1, finished.*\n([.\t].*\n)*\tmovl\t\$2, finished
//@ scan-assembler[!arm-gcc -O2]: ^ring_twice_kept:\n([.\t].*\n)*\tmovl\t\$1, doorbell.*\n([.\t].*\n)*\tmovl\t\$2, doorbell
//@ scan-assembler[arm-gcc -O2]: ^ring_twice:\n([.\t].*\n)*\tstr\t.*\n([.\t].*\n)*\tstr\t
//@ scan-assembler[arm-gcc -O2]: ^ring_twice_kept:\n([.\t].*\n)*\tstr\t.*\n([.\t].*\n)*\tstr\t
#include <stdatomic.h>

//@ section: once
#define READ_ONCE(object) \
    (*(const volatile __typeof__(object) *)&(object))

int done;

void wait_once(void)
{
    while (!READ_ONCE(done)) {
    }
}
//@ end

//@ section: relaxed
atomic_int finished;

void wait_relaxed(void)
{
    while (!atomic_load_explicit(&finished,
                                 memory_order_relaxed)) {
    }
}
//@ end

//@ section: twice
volatile atomic_int doorbell;

void ring_twice(void)
{
    atomic_store_explicit(&finished, 1, memory_order_relaxed);
    atomic_store_explicit(&finished, 2, memory_order_relaxed);
}

void ring_twice_kept(void)
{
    atomic_store_explicit(&doorbell, 1, memory_order_relaxed);
    atomic_store_explicit(&doorbell, 2, memory_order_relaxed);
}
//@ end

//@ do: assemble
//@ std: gnu17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ load-in-loop: wait_once wait_relaxed
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

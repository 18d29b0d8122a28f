//@ do: assemble
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ scan-assembler-not[-O2]: hidden\(
//@ scan-assembler[-O2]: ^send_shared:\n\tmovl\t%esi, shared\(%rip\)\n
//@ section: private
#include <stdatomic.h>
#include <stdint.h>

static uint32_t hidden;  // nobody was given its address
uint32_t shared;         // other files can reach it

void send_hidden(volatile uint32_t *start, uint32_t value)
{
    hidden = value;
    atomic_signal_fence(memory_order_seq_cst);
    *start = 1;
    __asm__ volatile("" ::: "memory");
}

void send_shared(volatile uint32_t *start, uint32_t value)
{
    shared = value;
    atomic_signal_fence(memory_order_seq_cst);
    *start = 1;
    __asm__ volatile("" ::: "memory");
}
//@ end

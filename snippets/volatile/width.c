//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O2
//@ options: -Wall -Wextra
// For x86-64 gcc writes one byte; the others read and write the whole word.
//@ scan-assembler[gcc]: ^divide:\n\tmovb\t\$9, 1\(%rdi\)\n\tret$
//@ scan-assembler[clang*]: ^divide:\n\tmovl\t\$-65281, %eax.*\n\tandl\t\(%rdi\), %eax\n\torl\t\$2304, %eax.*\n\tmovl\t%eax, \(%rdi\)\n
//@ scan-assembler[arm-gcc]: ^divide:\n\tldr\tr3, \[r0\]\n\tmovs\tr2, #9\n\tbfi\tr3, r2, #8, #8\n\tstr\tr3, \[r0\]\n
// Two fields are two accesses of each kind, a word is one store.
//@ scan-assembler[gcc]: ^setup:\n(\t.*\n)*\tmovl\t%eax, \(%rdi\)\n(\t.*\n)*\tmovl\t%eax, \(%rdi\)\n
//@ scan-assembler[!arm-gcc]: ^setup_word:\n\tmovl\t\$11, \(%rdi\)\n\tretq?$
#include <stdint.h>

//@ section: fields
struct control {
    uint32_t enable : 1;
    uint32_t mode : 3;
    uint32_t : 4;
    uint32_t divisor : 8;
    uint32_t : 16;
};

void divide(volatile struct control *device)
{
    device->divisor = 9;
}
//@ end: fields

//@ section: setup
void setup(volatile struct control *device)
{
    device->mode = 5;
    device->enable = 1;
}

enum { ENABLE = 1u << 0, MODE_SHIFT = 1 };

void setup_word(volatile uint32_t *control)
{
    *control = 5u << MODE_SHIFT | ENABLE;
}
//@ end: setup

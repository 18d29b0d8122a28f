//@ do: assemble
//@ std: c17
//@ compilers: gcc
//@ levels: -O2
//@ options: -Wall -Wextra -fstrict-volatile-bitfields
//@ browser: no has an option that only gcc knows
//@ scan-assembler: ^divide:\n\tmovl\t\(%rdi\), %eax\n\tmovb\t\$9, %ah\n\tmovl\t%eax, \(%rdi\)\n
#include <stdint.h>

struct control {
    uint32_t enable : 1;
    uint32_t mode : 3;
    uint32_t : 4;
    uint32_t divisor : 8;
    uint32_t : 16;
};

//@ section: divide
void divide(volatile struct control *device)
{
    device->divisor = 9;
}
//@ end: divide

//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ scan-assembler[!arm-gcc -O2]: ^whole:\n\tmovl\t4\(%rdi\), %e[a-d]x\n(\tmovl\t4\(%rdi\), %e[a-d]x\n\taddl\t%e[a-d]x, %e[a-d]x|\taddl\t4\(%rdi\), %eax)\n\tretq?$
//@ scan-assembler[gcc -O2]: ^part:\n\tmovl\t4\(%rdi\), %eax\n\taddl\t%eax, %eax\n\tret$
//@ scan-assembler[clang* -O2]: ^part:\n(\t#.*\n)*\tmovl\t4\(%rdi\), %eax\n\taddl\t%eax, %eax\n\tretq$
//@ scan-assembler[arm-gcc -O2]: ^whole:\n\tldr\tr\d, \[r0, #4\]\n\tldr\tr\d, \[r0, #4\]\n
//@ scan-assembler[arm-gcc -O2]: ^part:\n\tldr\tr0, \[r0, #4\]\n\tlsls\t
#include <stdint.h>

//@ section: members
struct port {
    uint32_t status;
    uint32_t speed;
};

struct shadowed {
    volatile uint32_t status;
    uint32_t speed;
};

uint32_t whole(volatile struct port *port)
{
    return port->speed + port->speed;
}

uint32_t part(struct shadowed *port)
{
    return port->speed + port->speed;
}
//@ end

//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ scan-assembler[gcc -O2]: ^twice:\n\tmovl\tstatus\(%rip\), %eax\n\taddl\t%eax, %eax\n\tmovl\t%eax, status\(%rip\)\n
//@ scan-assembler[clang* -O2]: ^twice:\n\tshll\tstatus\(%rip\)\n
//@ scan-assembler[clang* -O2]: ^seven_more:\n\taddl\t\$7, status\(%rip\)\n
//@ scan-assembler[gcc -O2]: ^look:\n\tmovl\tstatus\(%rip\), %eax\n\tret$
//@ scan-assembler[clang* -O2]: ^look:\n\tmovl\tstatus\(%rip\), %eax\n\tretq$
//@ scan-assembler[!arm-gcc -O2]: ^look_plain:\n\tretq?$
//@ scan-assembler[arm-gcc -O2]: ^look_plain:\n\tbx\tlr$
//@ scan-assembler[!arm-gcc -O2]: ^both:\n([.\t].*\n)*\tmovl\t\$1, status\(%rip\)\n([.\t].*\n)*\tmovl\t\$2, status\(%rip\)\n
//@ scan-assembler[!arm-gcc -O2]: ^both_plain:\n\tmovl\t\$2, plain\(%rip\)\n
#include <stdint.h>

volatile uint32_t status;
uint32_t plain;

//@ section: look
void look(void)
{
    status;
}

void look_plain(void)
{
    plain;  //~ warning: [-Wunused-value]
}
//@ end

//@ section: twice
void twice(void)
{
    status *= 2;
}
//@ end

//@ section: apart
void seven_more(void)
{
    uint32_t old = status;

    status = old + 7;
}
//@ end

//@ section: both
void both(void)
{
    status = 1;
    status = 2;
}

void both_plain(void)
{
    plain = 1;
    plain = 2;
}
//@ end

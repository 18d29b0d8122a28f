//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O2
//@ options: -Wall -Wextra
//@ scan-assembler-not[!arm-gcc]: ^enter:\n([.\t].*\n)*\t(mfence|xchg|lock)
//@ scan-assembler[!arm-gcc]: ^enter_atomic:\n([.\t].*\n)*\t(mfence|xchgl)\b
//@ scan-assembler-not[arm-gcc]: ^enter:\n([.\t].*\n)*\tdmb
//@ scan-assembler[arm-gcc]: ^enter_atomic:\n([.\t].*\n)*\tdmb\tish\n([.\t].*\n)*\tldr\t
#include <stdatomic.h>

//@ section: flags
volatile int mine, yours;

int enter(void)
{
    mine = 1;
    return yours == 0;
}
//@ end

//@ section: atomic
atomic_int my_flag, your_flag;

int enter_atomic(void)
{
    my_flag = 1;
    return your_flag == 0;
}
//@ end

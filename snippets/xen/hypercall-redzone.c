//@ do: run
//@ std: gnu11
//@ compilers: gcc clang clang-19
//@ levels: -O1 -O2
//@ options: -Wall -Wextra
//@ script:
//| for option in -mred-zone -mno-red-zone; do
//|     $CC $CFLAGS $option hypercall-redzone.c -o redzone
//|     echo "$option: $(./redzone)"
//| done
//@ output:
//| -mred-zone: the variable is overwritten
//| -mno-red-zone: the variable is still 42
#include <stdio.h>

void stub(void);
__asm__(".text\nstub: ret\n");

//@ section: leaf
__attribute__((noinline)) static long leaf(void)
{
    volatile long variable = 42;

    __asm__ volatile("call stub" ::: "memory");
    return variable;
}
//@ end

int main(void)
{
    puts(leaf() == 42 ? "the variable is still 42" : "the variable is overwritten");
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output[-O0]: 3 tries
//@ hangs[-O2]: 1s
//@ scan-assembler-not[-O2]: printf
#include <setjmp.h>
#include <stdio.h>

static jmp_buf top;

static void fail(void)
{
    longjmp(top, 1);
}

//@ section: retry
int main(void)
{
    int tries = 0;

    setjmp(top);
    tries++;
    if (tries < 3) {
        fail();
    }
    printf("%d tries\n", tries);
    return 0;
}
//@ end

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output[-O0]: plain 2, kept 2
//@ output[-O2]: plain 1, kept 2
#include <setjmp.h>
#include <stdio.h>

static jmp_buf top;

static void fail(void)
{
    longjmp(top, 1);
}

//@ section: locals
int main(void)
{
    int plain = 1;
    volatile int kept = 1;

    if (setjmp(top) == 0) {
        plain = 2;
        kept = 2;
        fail();
    }
    printf("plain %d, kept %d\n", plain, kept);
    return 0;
}
//@ end

//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| nobody wants to know
//| 7 is refused
#include <stdio.h>

// Whoever wants to know defines this. In this program nobody does.
__attribute__((weak)) void on_refused(int node);

static void refuse(int node)
{
    if (on_refused)
        on_refused(node);
    else
        puts("nobody wants to know");
    printf("%d is refused\n", node);
}

int main(void)
{
    refuse(7);
    return 0;
}

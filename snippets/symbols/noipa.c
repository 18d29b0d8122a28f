//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ output: noinline: yes, noclone: no, noipa: no, weak: yes
//@ output[gcc]: noinline: yes, noclone: yes, noipa: yes, weak: yes
#include <stdio.h>

#define KNOWN(name) (__has_attribute(name) ? "yes" : "no")

int main(void)
{
    printf("noinline: %s, noclone: %s, noipa: %s, weak: %s\n",
           KNOWN(noinline), KNOWN(noclone), KNOWN(noipa), KNOWN(weak));
    return 0;
}

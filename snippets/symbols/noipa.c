//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ output:
//| noinline: yes
//| noclone: no
//| noipa: no
//| weak: yes
//@ output[gcc]:
//| noinline: yes
//| noclone: yes
//| noipa: yes
//| weak: yes
#include <stdio.h>

#define TELL(name) \
    printf("%s: %s\n", #name, __has_attribute(name) ? "yes" : "no")

int main(void)
{
    TELL(noinline);
    TELL(noclone);
    TELL(noipa);
    TELL(weak);
    return 0;
}

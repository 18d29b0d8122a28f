//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| name: char *
//| fixed: int
//| f: int (*)(void)
#include <stdio.h>

//@ section: decay
#define TYPE(x) _Generic((x), \
    char *: "char *", char (*)[8]: "char (*)[8]", \
    int: "int", int (*)(void): "int (*)(void)")

char name[8];
const int fixed = 1;
int f(void) { return 0; }

int main(void)
{
    printf("name: %s\n", TYPE(name));
    printf("fixed: %s\n", TYPE(fixed));
    printf("f: %s\n", TYPE(f));
}
//@ end

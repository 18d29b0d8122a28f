//@ do: run
//@ compilers: gcc clang arm-gcc
//@ options: -Wall -Wextra -pedantic
//@ output:
//| a byte 255 is taken for the end: 1
//| the end is seen: 1
//@ output[arm-gcc]:
//| a byte 255 is taken for the end: 0
//| the end is seen: 0
#include <stdio.h>

static int is_end(int read)
{
    char c = (char)read;
    return c == EOF;  //~[arm-gcc] warning: [-Wtype-limits]
}

int main(void)
{
    printf("a byte 255 is taken for the end: %d\n", is_end(255));
    printf("the end is seen: %d\n", is_end(EOF));
    return 0;
}

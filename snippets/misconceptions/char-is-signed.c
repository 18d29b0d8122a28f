//@ do: run
//@ compilers: gcc clang arm-gcc
//@ options: -Wall -Wextra -pedantic
//@ output: -1
//@ output[arm-gcc]: 255
#include <stdio.h>

int main(void)
{
    char c = '\xff';
    printf("%d\n", c);
    return 0;
}

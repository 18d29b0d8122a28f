//@ do: run
//@ compilers: gcc clang arm-gcc
//@ options: -Wall -Wextra -pedantic
//@ output: 1u << 32 is 1
//@ output[arm-gcc]: 1u << 32 is 0
#include <stdio.h>

static unsigned shifted(unsigned n, unsigned places)
{
    return n << places;
}

int main(void)
{
    printf("1u << 32 is %u\n", shifted(1, 32));
    return 0;
}

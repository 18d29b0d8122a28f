//@ do: run
//@ compilers: gcc clang arm-gcc
//@ options: -Wall -Wextra -pedantic
//@ output: int 4, long 8, long long 8, pointer 8
//@ output[arm-gcc]: int 4, long 4, long long 8, pointer 4
#include <stdio.h>

int main(void)
{
    printf("int %zu, long %zu, long long %zu, pointer %zu\n",
           sizeof(int), sizeof(long), sizeof(long long), sizeof(void *));
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: size 4, i is still 1
#include <stdio.h>

int main(void)
{
    int i = 1;
    size_t size = sizeof i++;  //~[clang] warning: [-Wunevaluated-expression]

    printf("size %zu, i is still %d\n", size, i);
    return 0;
}

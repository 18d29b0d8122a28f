//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| p 8, q 16, r 8, s() 8
#include <stdio.h>

int *p, *q[2], (*r)[2], *s(void);

int main(void)
{
    printf("p %zu, q %zu, r %zu, s() %zu\n",
           sizeof p, sizeof q, sizeof r, sizeof s());
    return 0;
}

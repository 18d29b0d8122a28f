//@ do: run
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic -Wno-error=parentheses
//@ output: 50 is between 1 and 10
#include <stdio.h>

int main(void)
{
    int n = 50;

    if (1 < n < 10)  //~[gcc|clang-19] warning: [-Wparentheses]
        //~[gcc] warning: [-Wbool-compare]
        //~[clang*] warning: [-Wtautological-constant-out-of-range-compare]
        printf("%d is between 1 and 10\n", n);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: a == b is 0, memcmp says 0
#include <stdio.h>
#include <string.h>

int main(void)
{
    int a[3] = {1, 2, 3};
    int b[3] = {1, 2, 3};

    int equal = a == b;  //~[gcc] warning: [-Warray-compare]
    //~[clang] warning: array comparison always evaluates to false
    printf("a == b is %d, memcmp says %d\n", equal, memcmp(a, b, sizeof a));
    return 0;
}

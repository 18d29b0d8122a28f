//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 6
//@ output[clang]: 5
#include <stdio.h>

int main(void)
{
    int i = 1;
    int sum = ++i + ++i;  //~[gcc] warning: [-Wsequence-point]
    //~[clang] warning: [-Wunsequenced]

    printf("%d\n", sum);
    return 0;
}

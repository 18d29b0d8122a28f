//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| in main 40
//| in show 8
#include <stdio.h>

static void show(int a[10])
{
    //@ moment: inside
    printf("in show %zu\n", sizeof a); //~ warning: [-Wsizeof-array-argument]
}

int main(void)
{
    int a[10] = {0};

    printf("in main %zu\n", sizeof a);
    show(a);
    return 0;
}

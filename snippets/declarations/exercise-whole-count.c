//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| in main 40
//| in show 40
#include <stdio.h>

static void show(int *a)
{
    printf("in show %zu\n", 10 * sizeof *a);
}

int main(void)
{
    int a[10] = {0};

    printf("in main %zu\n", sizeof a);
    show(a);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: in main 10, in count 2
#include <stdio.h>

static size_t count(int a[10])
{
    return sizeof a / sizeof a[0];  //~ warning: [-Wsizeof-array-argument]
    //~[clang] warning: [-Wsizeof-pointer-div]
}

int main(void)
{
    int a[10] = {0};
    printf("in main %zu, in count %zu\n", sizeof a / sizeof a[0], count(a));
    return 0;
}

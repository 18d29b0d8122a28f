//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| sizeof count(): 0 calls
//| sizeof(char[count()]): 1 call
#include <stdio.h>

static int calls;

static int count(void)
{
    return ++calls;
}

int main(void)
{
    (void)sizeof count();
    printf("sizeof count(): %d calls\n", calls);
    (void)sizeof(char[count()]);
    printf("sizeof(char[count()]): %d call\n", calls);
    return 0;
}

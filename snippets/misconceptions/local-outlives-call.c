//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: the caller gets a null pointer
//@ output[clang]: the caller gets an address that is nobody's
#include <stdio.h>

static int *answer(void)
{
    int n = 42;
    return &n;  //~[gcc] warning: [-Wreturn-local-addr]
    //~[clang] warning: [-Wreturn-stack-address]
}

int main(void)
{
    int *p = answer();

    //@ moment: returned
    printf("the caller gets %s\n", p ? "an address that is nobody's" : "a null pointer");
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: attempting free on address which was not malloc
#include <stdlib.h>

int main(void)
{
    __attribute__((cleanup(free))) char *text = malloc(8); //~[gcc|clang-19] warning: [-Wfree-nonheap-object]

    return text == NULL;
}

//@ do: compile
//@ std: c23
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
#include <stdio.h>

void use(void)
{
    _Defer puts("at the end"); //~[gcc] error: unknown type name '_Defer'
    //~[gcc] error: expected declaration specifiers
    //~[clang*] error: use of undeclared identifier '_Defer'
    puts("before it");
}

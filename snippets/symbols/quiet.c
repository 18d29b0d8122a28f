//@ do: compile
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O2
//@ options: -Wall -Wextra -fPIC
//@ scan-assembler[gcc]: call\tnode_exists@PLT
//@ scan-assembler-not[clang*]: callq\tnode_exists
#include <stdbool.h>

bool node_exists(int node);
int node_check(int node);

__attribute__((noinline)) bool node_exists(int node)
{
    (void)node;
    return false;
}

//@ section: caller
int node_check(int node)
{
    if (!node_exists(node))
        return -1;
    return 0;
}
//@ end

//@ do: compile
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O2
//@ options: -Wall -Wextra -fPIC
//@ scan-assembler[gcc]: call\tnode_exists@PLT\n.*\n\tmovzbl\t%al, %eax\n\tsubl\t\$1, %eax
//@ scan-assembler[clang*]: callq\tnode_exists@PLT\n\tmovl\t\$-1, %eax
#include <stdbool.h>
#include <stdio.h>

bool node_exists(int node);
int node_check(int node);

//@ section: stub
__attribute__((noinline)) bool node_exists(int node)
{
    fprintf(stderr, "node %d: built without nodes\n", node);
    return false;
}
//@ end

//@ section: caller
int node_check(int node)
{
    if (!node_exists(node))
        return -1;
    return 0;
}
//@ end

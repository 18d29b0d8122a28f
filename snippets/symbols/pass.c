//@ do: run
//@ std: c17
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| real: refused
//| fake: accepted
#include <stdbool.h>
#include <stdio.h>

static bool no_node(int node)
{
    (void)node;
    return false;
}

static bool two_nodes(int node)
{
    return node == 0 || node == 1;
}

//@ section: pass
static int node_check(int node, bool (*node_exists)(int))
{
    if (!node_exists(node))
        return -1;
    return 0;
}

static const char *answer(int node, bool (*node_exists)(int))
{
    return node_check(node, node_exists) == 0 ? "accepted" : "refused";
}
//@ end

int main(void)
{
    printf("real: %s\n", answer(0, no_node));
    printf("fake: %s\n", answer(0, two_nodes));
    return 0;
}

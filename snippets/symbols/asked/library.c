#include <stdio.h>
#include "node.h"

// Built without support for nodes: there are none.
__attribute__((noinline)) bool node_exists(int node)
{
    fprintf(stderr, "node %d: built without nodes\n", node);
    return false;
}

// Returns 0 if the node can be used, or else -1.
int node_check(int node)
{
    if (!node_exists(node))
        return -1;
    return 0;
}

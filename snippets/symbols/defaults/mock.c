#include <stdio.h>
#include "node.h"

// For tests: nodes 0 and 1 exist.
bool node_exists(int node)
{
    printf("the mock is asked for node %d\n", node);
    return node < 2;
}

#include "node.h"

int node_check(int node)
{
    if (!node_exists(node))
        return -1;
    return 0;
}

#include <stdbool.h>

bool node_exists(int node);
int node_check(int node);

int node_check(int node)
{
    if (!node_exists(node))
        return -1;
    return 0;
}

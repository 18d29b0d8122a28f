#include "node.h"

#ifdef WEAK_THERE
__attribute__((weak))
#endif
bool node_exists(int node)
{
    return node < 2;
}

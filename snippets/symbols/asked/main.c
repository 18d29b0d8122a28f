#include <stdio.h>
#include "node.h"

static void try(int node)
{
    int answer = node_check(node);

    printf("node %d: %s\n", node, answer == 0 ? "accepted" : "refused");
}

int main(void)
{
    try(0);
    try(7);
    return 0;
}

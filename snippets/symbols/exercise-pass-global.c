//@ do: run
//@ std: c23
//@ options: -Wall -Wextra
//@ stdin: even 0 1 7
//@ output: 2 refused
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

// Built without support for nodes: there are none.
static bool no_node(int node)
{
    (void)node;
    return false;
}

// For tests.
static bool even_node(int node)
{
    return node % 2 == 0;
}

//@ section: count
static bool (*node_exists)(int node);

// Returns how many of the nodes do not exist.
static int count_refused(const int *nodes, int count)
{
    int refused = 0;

    for (int i = 0; i < count; i++)
        if (!node_exists(nodes[i]))
            refused++;
    return refused;
}
//@ end

int main(void)
{
    char whom[8];
    int nodes[3];

    if (scanf("%7s %d %d %d", whom,
              &nodes[0], &nodes[1], &nodes[2]) != 4)
        return 1;
    bool is_test = strcmp(whom, "even") == 0;
    bool (*exists)(int) = is_test ? even_node : no_node;
    node_exists = exists;
    printf("%d refused\n", count_refused(nodes, 3));
    return 0;
}

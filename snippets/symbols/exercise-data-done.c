//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ stdin: 3 0 1 7
//@ output: refused: 7
#include <stdbool.h>
#include <stdio.h>

//@ section: first
// Says whether bit n of a set is set; no other nodes exist.
static bool node_exists(unsigned existing, int node)
{
    return node >= 0 && node < 32 && (existing >> node & 1) != 0;
}

// Returns the place of the first node that does not exist, or -1.
static int first_refused(unsigned existing, const int *nodes, int count)
{
    for (int i = 0; i < count; i++)
        if (!node_exists(existing, nodes[i]))
            return i;
    return -1;
}
//@ end

int main(void)
{
    unsigned existing;      // bit n is set if node n exists
    int nodes[3];

    if (scanf("%u %d %d %d", &existing,
              &nodes[0], &nodes[1], &nodes[2]) != 4)
        return 1;
    int place = first_refused(existing, nodes, 3);
    if (place < 0)
        puts("refused: none");
    else
        printf("refused: %d\n", nodes[place]);
    return 0;
}

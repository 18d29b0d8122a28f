//@ do: run
//@ std: c17
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| node 0: accepted
//| node 7: refused
//| node -1: refused
#include <stdbool.h>
#include <stdio.h>

//@ section: data
struct nodes {
    int count;      // nodes 0 to count - 1 exist
};

// Decides, and asks nobody.
static int node_check(const struct nodes *nodes, int node)
{
    if (node < 0 || node >= nodes->count)
        return -1;
    return 0;
}
//@ end

//@ section: test
int main(void)
{
    const struct nodes two = {.count = 2};
    const int asked[] = {0, 7, -1};

    for (int i = 0; i < 3; i++) {
        bool good = node_check(&two, asked[i]) == 0;
        const char *answer = good ? "accepted" : "refused";
        printf("node %d: %s\n", asked[i], answer);
    }
    return 0;
}
//@ end

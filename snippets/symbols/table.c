//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| alone: refused
//| in the test: accepted
//| after it: refused
#include <stdbool.h>
#include <stdio.h>

//@ section: table
struct host {
    bool (*node_exists)(int node);
};

static bool no_node(int node)
{
    (void)node;
    return false;
}

static const struct host real = {.node_exists = no_node};
static const struct host *host = &real;

static int node_check(int node)
{
    if (!host->node_exists(node))
        return -1;
    return 0;
}
//@ end

//@ section: test
static bool two_nodes(int node)
{
    return node == 0 || node == 1;
}

static const char *answer(int node)
{
    return node_check(node) == 0 ? "accepted" : "refused";
}

int main(void)
{
    const struct host fake = {.node_exists = two_nodes};

    //@ moment: before
    printf("alone: %s\n", answer(0));
    host = &fake;
    //@ moment: replaced
    printf("in the test: %s\n", answer(0));
    host = &real;
    //@ moment: back
    printf("after it: %s\n", answer(0));
    return 0;
}
//@ end

//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| first: 0
//| every: 4
//| even: 2
//| every again: 0
//| last: 0
#include <stdbool.h>
#include <stdio.h>

typedef bool exists_fn(int node);

static bool no_node(int node)
{
    (void)node;
    return false;
}

static bool every_node(int node)
{
    (void)node;
    return true;
}

static bool even_node(int node)
{
    return node % 2 == 0;
}

static exists_fn *node_exists = no_node;

static void tell(const char *where)
{
    int found = 0;

    for (int node = 0; node < 4; node++)
        found += node_exists(node);
    printf("%s: %d\n", where, found);
}

//@ section: replace
// Makes node_exists another function, and returns the one before.
static exists_fn *replace(exists_fn *by)
{
    exists_fn *before = node_exists;

    node_exists = by;
    return before;
}

static void test_even(void)
{
    replace(even_node);
    tell("even");
    replace(no_node);
}

static void test_every(void)
{
    exists_fn *before = replace(every_node);

    tell("every");
    test_even();
    tell("every again");
    replace(before);
}
//@ end

int main(void)
{
    tell("first");
    test_every();
    tell("last");
    return 0;
}

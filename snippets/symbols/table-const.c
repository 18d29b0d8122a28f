//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
#include <stdbool.h>
#include <stddef.h>

struct host {
    bool (*node_exists)(int node);
};

void replace(bool (*fake)(int));

//@ section: replace
static const struct host real = {.node_exists = NULL};
static const struct host *host = &real;

void replace(bool (*fake)(int))
{
    static struct host other;

    other.node_exists = fake;
    host->node_exists = fake;
    //~[gcc] error: read-only
    //~[clang*] error: const-qualified
    real.node_exists = fake;
    //~[gcc] error: read-only
    //~[clang*] error: const-qualified
    host = &other;
}
//@ end

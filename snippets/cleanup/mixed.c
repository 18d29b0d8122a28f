//@ do: compile
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
#include <stdlib.h>
#include <string.h>

static void free_text(char **at)
{
    free(*at); //~[gcc -O2] warning: [-Wmaybe-uninitialized]
}

#define auto_text __attribute__((cleanup(free_text))) char *

//@ section: same
// Returns whether both are the same, or -1 if there is no memory.
int same(const char *a, const char *b)
{
    int result = -1;

    char *first = strdup(a);
    if (!first)
        goto out; //~[clang*] error: cannot jump from this goto statement to its label

    auto_text second = strdup(b);
    if (!second)
        goto out;
    result = strcmp(first, second) == 0;
out:
    free(first);
    return result;
}
//@ end

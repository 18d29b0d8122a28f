//@ do: compile
//@ std: c23
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
#include <stdlib.h>

struct names;

//@ section: const
// Belongs to the list.
const char *names_get(const struct names *list, int i);

// Yours: free() it.
[[nodiscard]] char *names_copy(const struct names *list, int i);

void wrong(const struct names *list)
{
    free(names_get(list, 0));  //~ warning: discards
    names_copy(list, 0);  //~ warning: [-Wunused-result]
}

void still_wrong(const struct names *list)
{
    char *copy = names_copy(list, 0);
    if (copy)
        copy[0] = '?';
}
//@ end

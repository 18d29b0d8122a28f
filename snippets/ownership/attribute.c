//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
#include <stdlib.h>

//@ section: attribute
#if defined __GNUC__ && !defined __clang__
#define FREED_BY(f) __attribute__((malloc, malloc(f, 1)))
#else
#define FREED_BY(f)
#endif

struct names;
void names_destroy(struct names *list);
FREED_BY(names_destroy) struct names *names_new(void);
int names_count(const struct names *list);
//@ end

//@ section: uses
void mixed(void)
{
    struct names *list = names_new();
    free(list);  //~[gcc] warning: [-Wmismatched-dealloc]
}

void twice(void)
{
    struct names *list = names_new();
    names_destroy(list);
    names_destroy(list);  //~[gcc] warning: [-Wuse-after-free]
}

int after(void)
{
    struct names *list = names_new();
    names_destroy(list);
    return names_count(list);  //~[gcc] warning: [-Wuse-after-free]
}

int never(void)
{
    struct names *list = names_new();
    return names_count(list);
}
//@ end

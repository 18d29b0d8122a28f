//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ valgrind: all-freed no-errors
//@ output:
//| frees first
//| uses first and second
//| frees second
//| frees first
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *copy(const char *text)
{
    char *made = malloc(strlen(text) + 1);

    if (!made)
        abort();
    return strcpy(made, text);
}

//@ section: cleanup
static void free_text(char **at)
{
    printf("frees %s\n", *at);
    //@ moment: reverse, 2nd time
    free(*at);
}

#define auto_text __attribute__((cleanup(free_text))) char *

static int use(int stop)
{
    auto_text first = copy("first");
    if (stop)
        return -1;
    auto_text second = copy("second");
    printf("uses %s and %s\n", first, second);
    return 0;
}
//@ end

int main(void)
{
    return use(1) + use(0) + 1;
}

//@ do: compile
//@ std: c17
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

//@ section: length
int length(const char *text)
{
    auto_text copy;

    if (!text)
        return -1;
    copy = malloc(strlen(text) + 1);
    if (!copy)
        return -1;
    return (int)strlen(strcpy(copy, text));
}
//@ end

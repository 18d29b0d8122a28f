//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
//@ valgrind: leaks
//@ output:
//| made second
//| frees second
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void free_text(char **at)
{
    printf("frees %s\n", *at ? *at : "nothing");
    free(*at);
}

#define auto_text __attribute__((cleanup(free_text))) char *

static char *copy(const char *text)
{
    char *made = malloc(strlen(text) + 1);

    return made ? strcpy(made, text) : NULL;
}

int main(void)
{
    auto_text line = copy("first");

    line = copy("second");
    printf("made %s\n", line ? line : "nothing");
    return 0;
}

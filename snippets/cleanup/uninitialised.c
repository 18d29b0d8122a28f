//@ do: run
//@ std: c17
//@ compilers: clang-19
//@ options: -Wall -Wextra
//@ sanitize: memory
//@ exit: 1
//@ stderr-contains: use-of-uninitialized-value
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: length
static void free_text(char **at)
{
    free(*at);
}

#define auto_text __attribute__((cleanup(free_text))) char *

static int length(const char *text)
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

int main(void)
{
    printf("%d\n", length("four"));
    printf("%d\n", length(NULL));
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: heap-use-after-free
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void free_text(char **at)
{
    free(*at);
}

#define auto_text __attribute__((cleanup(free_text))) char *

//@ section: greet
static char *greet(const char *name)
{
    auto_text line = malloc(strlen(name) + 8);

    if (!line)
        return NULL;
    strcpy(line, "Hello, ");
    strcat(line, name);
    return line;
}
//@ end

int main(void)
{
    char *line = greet("Ada");

    if (line)
        puts(line);
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
//@ sanitize: address
//@ browser: yes
//@ output: Hello, Ada
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void free_text(char **at)
{
    free(*at);
}

#define auto_text __attribute__((cleanup(free_text))) char *

//@ section: greet
static char *steal(char **from)
{
    char *stolen = *from;

    //@ moment: stealing
    *from = NULL;
    return stolen;
}

static char *greet(const char *name)
{
    auto_text line = malloc(strlen(name) + 8);

    if (!line)
        return NULL;
    strcpy(line, "Hello, ");
    strcat(line, name);
    return steal(&line);
}
//@ end

int main(void)
{
    auto_text line = greet("Ada");

    //@ moment: stolen
    if (line)
        puts(line);
    return 0;
}

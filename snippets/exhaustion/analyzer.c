//@ do: compile
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra
//@ options[gcc]: -fanalyzer
#include <stdlib.h>
#include <string.h>

//@ section: copy
char *copy(const char *text)
{
    char *made = malloc(strlen(text) + 1);

    strcpy(made, text);  //~[gcc] warning: [-Wanalyzer-possible-null-argument]
    return made;
}
//@ end

//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ sanitize: leak
//@ exit: 23
//@ stderr-contains: LeakSanitizer: detected memory leaks
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: who
// Reads a line. It is yours: free() it. NULL at the end.
static char *next_line(void)
{
    char *line = NULL;
    size_t size = 0;

    if (getline(&line, &size, stdin) < 0)
        return NULL;
    return line;
}
//@ end

int main(void)
{
    char *line;

    for (int round = 0; round < 50; round++)
        if ((line = next_line()) != NULL)
            free(line);
    return 0;
}

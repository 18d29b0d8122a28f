//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ stdin: key=value
//@ exit: 1
//@ stderr-contains: heap-use-after-free
//@ browser: differs AddressSanitizer isn't there to stop it, but Step names the mistake
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    //@ section: late
    char *line = NULL;
    size_t size = 0;

    if (getline(&line, &size, stdin) < 0)   // the line is yours
        return 1;
    line[strcspn(line, "\n")] = '\0';

    char *equals = strchr(line, '=');       // points into line
    *equals = '\0';
    char *kept = strdup(equals + 1);        // a copy, and yours
    printf("%s\n%s\n", line, equals + 1);

    free(line);
    printf("%s\n", equals + 1);
    free(kept);
    //@ end
    return 0;
}

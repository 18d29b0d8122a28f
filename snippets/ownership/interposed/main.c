#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *names_copy(const char *name);

// The program's own function.
char *text_copy(const char *text)
{
    (void)text;
    return strdup("****");
}

int main(void)
{
    char *name = names_copy("Grace");

    puts(name);
    free(name);
    return 0;
}

#include <stdlib.h>
#include <string.h>

//@ section: defect
static size_t greet(const char *name)
{
    char *text = malloc(strlen(name) + 8);
    size_t length;

    if (!text) return 0;
    strcpy(text, "Hello, ");
    strcat(text, name);
    length = strlen(text);
#ifdef REPAIRED
    free(text);
#endif
    return length;
}
//@ end

int main(void)
{
    return greet("Ada") + greet("Bob") != 20;
}

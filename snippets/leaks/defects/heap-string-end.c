#include <stdlib.h>
#include <string.h>

//@ section: defect
static char *copy_of(const char *text)
{
#ifdef REPAIRED
    char *copy = malloc(strlen(text) + 1);
#else
    char *copy = malloc(strlen(text));
#endif

    if (copy) strcpy(copy, text);
    return copy;
}
//@ end

int main(int argc, char *argv[])
{
    (void)argv;
    // 24 characters: with the '\0' one byte more than malloc rounds up to.
    char *copy = copy_of(argc > 0 ? "abcdefghijklmnopqrstuvwx" : "");

    free(copy);
    return 0;
}

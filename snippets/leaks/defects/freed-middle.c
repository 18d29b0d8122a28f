#include <stdlib.h>
#include <string.h>

//@ section: defect
static size_t trimmed(char *text)
{
    char *start = text;
    size_t length;

    while (*text == ' ') text++;
    length = strlen(text);
#ifdef REPAIRED
    free(start);
#else
    (void)start;
    free(text);
#endif
    return length;
}
//@ end

int main(void)
{
    char *text = malloc(32);

    if (!text) return 1;
    strcpy(text, "   three");
    return trimmed(text) != 5;
}

#include <stdlib.h>

//@ section: defect
static void strip(char *text, size_t length)
{
#ifdef REPAIRED
    while (length > 0 && text[length - 1] == ' ') text[--length] = '\0';
#else
    while (text[--length] == ' ') text[length] = '\0';
    text[length] = '\0';  // All were spaces: length is -1 by now.
#endif
}
//@ end

int main(void)
{
    char *text = malloc(4);

    if (!text) return 1;
    for (int i = 0; i < 4; i++) text[i] = ' ';
    strip(text, 4);
    free(text);
    return 0;
}

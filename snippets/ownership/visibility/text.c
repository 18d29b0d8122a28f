#include <stdlib.h>
#include <string.h>
#include "internal.h"

char *text_copy(const char *text)
{
    char *copy = malloc(strlen(text) + 1);

    return copy ? strcpy(copy, text) : NULL;
}

char *text_join(const char *text, const char *more)
{
    char *both = malloc(strlen(text) + strlen(more) + 1);

    return both ? strcat(strcpy(both, text), more) : NULL;
}

void *list_grow(void *old, int count)
{
    return realloc(old, count * sizeof(char *));
}

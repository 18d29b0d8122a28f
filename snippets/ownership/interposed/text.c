#include <stdlib.h>
#include <string.h>
#include "text.h"

char *text_copy(const char *text)
{
    char *copy = malloc(strlen(text) + 1);

    return copy ? strcpy(copy, text) : NULL;
}

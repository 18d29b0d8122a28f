// A copy of a string without room for its end: strlen does not count the null character.
#include <stdlib.h>
#include <string.h>

static char *copy(const char *text)
{
    size_t length = strlen(text);
    char *made = malloc(length); //@ moment: made
    for (size_t i = 0; i <= length; i++)
        made[i] = text[i];
    return made;
}

int main(void)
{
    char *name = copy("abc");
    free(name);
    return 0;
}

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

//@ section: defect
static int number(const char *text)
{
    char *copy = malloc(32);
    int value;

    if (!copy) return -1;
    memcpy(copy, text, strlen(text) + 1);
    if (!isdigit((unsigned char)copy[0])) {
#ifdef REPAIRED
        free(copy);
#endif
        return -1;
    }
    value = atoi(copy);
    free(copy);
    return value;
}

int main(void)
{
    return number("forty") == 7;
}
//@ end

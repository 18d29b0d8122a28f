//@ do: run
//@ options: -Wall -Wextra
//@ valgrind: all-freed no-errors
//@ output:
//| 5 labels
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *label(int number)
{
    char *text = malloc(16);

    if (text) snprintf(text, 16, "label %d", number);
    return text;
}

//@ section: show
static size_t show(int number)
{
    char *text = label(number);
    size_t length = text ? strlen(text) : 0;

    free(text);
    return length;
}
//@ end

int main(void)
{
    int shown = 0;

    for (int i = 1; i <= 5; i++) shown += show(i) > 0;
    printf("%d labels\n", shown);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra
//@ valgrind: leaks
//@ output:
//| 5 labels
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: label
static char *label(int number)
{
    char *text = malloc(16);

    if (text) snprintf(text, 16, "label %d", number);
    return text;
}

static size_t show(int number)
{
    char *text = label(number);

    return text ? strlen(text) : 0;
}
//@ end

int main(void)
{
    int shown = 0;

    for (int i = 1; i <= 5; i++) shown += show(i) > 0;
    //@ moment: lost
    printf("%d labels\n", shown);
    return 0;
}

//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ output: 2. Grace, 2. Grace
#include <stdio.h>
#include <string.h>

//@ section: label
// Returns a name with its number.
static const char *label(const char *name, int number)
{
    static char text[32];

    snprintf(text, sizeof text, "%d. %s", number, name);
    return text;
}
//@ end

int main(void)
{
    //@ section: use
    const char *first = label("Ada", 1);
    //@ moment: first
    const char *second = label("Grace", 2);

    //@ moment: both
    printf("%s, %s\n", first, second);
    //@ end
    return 0;
}

//@ do: run
//@ std: c17
//@ options: -Wall -Wextra -pedantic
//@ output: 1. Ada, 2. Grace
#include <stdio.h>

//@ section: label
// Writes a name with its number into text, which has size bytes.
static void label(char *text, size_t size,
                  const char *name, int number)
{
    snprintf(text, size, "%d. %s", number, name);
}
//@ end

int main(void)
{
    //@ section: use
    char first[32], second[32];

    label(first, sizeof first, "Ada", 1);
    label(second, sizeof second, "Grace", 2);
    //@ moment: both
    printf("%s, %s\n", first, second);
    //@ end
    return 0;
}

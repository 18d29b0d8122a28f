//@ do: run
//@ options: -Wall -Wextra
//@ stdin: ab cd
//@ output:
//| ab-cd
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: join
static char *join(const char *left, const char *right)
{
    char *made = malloc(strlen(left) + strlen(right) + 2);

    if (!made) return NULL;
    strcpy(made, left);
    strcat(made, "-");
    strcat(made, right);
    return made;
}
//@ end

int main(void)
{
    char left[32], right[32];
    char *made;

    if (scanf("%31s %31s", left, right) != 2) return 0;
    made = join(left, right);
    if (!made) return 1;
    puts(made);
    return 0;
}

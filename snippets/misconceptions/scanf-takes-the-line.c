//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ stdin:
//| 36
//| Ada
//@ output: age 36, and a name of 1 character: a newline
#include <stdio.h>
#include <string.h>

int main(void)
{
    int age;
    char name[80];

    if (scanf("%d", &age) != 1 || !fgets(name, sizeof name, stdin))
        return 1;
    printf("age %d, and a name of %zu character: %s\n", age, strlen(name),
           name[0] == '\n' ? "a newline" : name);
    return 0;
}

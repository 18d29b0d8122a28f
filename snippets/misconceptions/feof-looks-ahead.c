//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ stdin:
//| first
//| second
//@ output:
//| read: first
//| read: second
//| read: second
#include <stdio.h>

int main(void)
{
    char line[80];

    while (!feof(stdin)) {
        fgets(line, sizeof line, stdin);
        printf("read: %s", line);
    }
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| A BCD
//| A BCD
//| A BBCD
#include <stdio.h>

int main(void)
{
    char text[] = "ABCD";
    char *p = text;
    char *q = text;
    char *r = text;

    char c = *p++;
    printf("%c %s\n", c, p);
    c = *(q++);
    printf("%c %s\n", c, q);
    c = (*r)++;
    printf("%c %s\n", c, r);
    return 0;
}

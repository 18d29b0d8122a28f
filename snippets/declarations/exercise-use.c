//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| r
#include <stdio.h>

static char word[] = "word";

static char *after(double x)
{
    return word + (int)x;
}

char *(*t[2])(double) = {after, after};

int main(void)
{
    printf("%c\n", *(*t[1])(2.0));
    return 0;
}

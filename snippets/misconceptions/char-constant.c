//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 'a' takes 4 bytes, c takes 1
#include <stdio.h>

int main(void)
{
    char c = 'a';
    printf("'a' takes %zu bytes, c takes %zu\n", sizeof 'a', sizeof c);
    return 0;
}

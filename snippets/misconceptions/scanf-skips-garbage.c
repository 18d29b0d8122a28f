//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ stdin: twelve 12
//@ output: 0 0 0, and the next character is still t
#include <stdio.h>

int main(void)
{
    int n;
    int first = scanf("%d", &n), second = scanf("%d", &n), third = scanf("%d", &n);

    printf("%d %d %d, and the next character is still %c\n", first, second, third, getchar());
    return 0;
}

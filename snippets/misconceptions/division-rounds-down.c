//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| -7 / 2 is -3, and -7 % 2 is -1
//| is -7 odd? no
#include <stdio.h>

int main(void)
{
    int n = -7;

    printf("-7 / 2 is %d, and -7 %% 2 is %d\n", n / 2, n % 2);
    printf("is -7 odd? %s\n", n % 2 == 1 ? "yes" : "no");
    return 0;
}

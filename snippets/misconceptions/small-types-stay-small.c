//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| 200 + 100 is 300
//| ~200 is -201
#include <stdio.h>

int main(void)
{
    unsigned char a = 200, b = 100;

    printf("200 + 100 is %d\n", a + b);
    printf("~200 is %d\n", ~a);
    return 0;
}

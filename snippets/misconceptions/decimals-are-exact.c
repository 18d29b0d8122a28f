//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| 0.1 + 0.2 == 0.3 is 0
//| 0.30000000000000004 and 0.29999999999999999
#include <stdio.h>

int main(void)
{
    double sum = 0.1 + 0.2;

    printf("0.1 + 0.2 == 0.3 is %d\n", sum == 0.3);
    printf("%.17f and %.17f\n", sum, 0.3);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| 3000000000 * 2 is 1705032704
//| 1 / 2 is 0.0
#include <stdio.h>

int main(void)
{
    unsigned n = 3000000000u;
    unsigned long long twice = n * 2;
    double half = 1 / 2;

    printf("3000000000 * 2 is %llu\n", twice);
    printf("1 / 2 is %.1f\n", half);
    return 0;
}

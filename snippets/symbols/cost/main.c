#include <stdio.h>

long total(const int *values, int count);

int main(void)
{
    static int values[1000];

    for (int i = 0; i < 1000; i++)
        values[i] = i;
    printf("%ld\n", total(values, 1000));
    return 0;
}

#include <stdio.h>
#include <stdlib.h>

//@ section: sums
enum { MANY = 10000 };
unsigned char plain[MANY], sorted[MANY];

long by_branch(const unsigned char *data)
{
    long sum = 0;
    for (int i = 0; i < MANY; i++)
        if (data[i] >= 128)
            sum += data[i];
    return sum;
}

long sorted_by_branch(const unsigned char *data)
{
    long sum = 0;
    for (int i = 0; i < MANY; i++)
        if (data[i] >= 128)
            sum += data[i];
    return sum;
}

long by_data(const unsigned char *data)
{
    long sum = 0;
    for (int i = 0; i < MANY; i++)
        sum += data[i] & -(data[i] >> 7);  // & -1 from 128 on, else & 0
    return sum;
}
//@ end

static int by_value(const void *a, const void *b)
{
    return *(const unsigned char *)a - *(const unsigned char *)b;
}

int main(void)
{
    unsigned random = 1;
    for (int i = 0; i < MANY; i++) {
        random = random * 1664525u + 1013904223u;
        plain[i] = sorted[i] = (unsigned char)(random >> 24);
    }
    qsort(sorted, MANY, 1, by_value);

    long sum = by_branch(plain);
    if (sorted_by_branch(sorted) != sum || by_data(plain) != sum)
        return 1;
    return 0;
}

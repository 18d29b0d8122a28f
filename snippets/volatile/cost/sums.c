//@ section: sums
int sum(const int *values, int count)
{
    int total = 0;

    for (int i = 0; i < count; i++) {
        total += values[i];
    }
    return total;
}

int sum_reads(const volatile int *values, int count)
{
    int total = 0;

    for (int i = 0; i < count; i++) {
        total += values[i];
    }
    return total;
}

int sum_total(const int *values, int count)
{
    volatile int total = 0;

    for (int i = 0; i < count; i++) {
        total += values[i];
    }
    return total;
}
//@ end: sums

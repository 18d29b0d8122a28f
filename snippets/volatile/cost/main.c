int sum(const int *values, int count);
int sum_reads(const volatile int *values, int count);
int sum_total(const int *values, int count);

int main(void)
{
    static int values[1000];

    for (int i = 0; i < 1000; i++) {
        values[i] = i;
    }
    int right = sum(values, 1000);

    return sum_reads(values, 1000) != right || sum_total(values, 1000) != right;
}

int limited(int value);
long total(const int *values, int count);

//@ section: total
int limited(int value)
{
    return value > 255 ? 255 : value;
}

long total(const int *values, int count)
{
    long sum = 0;

    for (int i = 0; i < count; i++)
        sum += limited(values[i]);
    return sum;
}
//@ end

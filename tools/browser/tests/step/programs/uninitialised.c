// A sum that begins with whatever its bytes hold.
static int sum(const int *numbers, int count)
{
    int total;
    for (int i = 0; i < count; i++)
        total += numbers[i];
    return total;
}

int main(void)
{
    int numbers[] = {4, 5, 6};
    int all = sum(numbers, 3);
    return all == 0;
}

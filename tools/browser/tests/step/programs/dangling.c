// A pointer is returned that leads to a variable of the function that has returned.
static int *largest(const int *numbers, int count)
{
    int found = numbers[0];
    for (int i = 1; i < count; i++)
        if (numbers[i] > found)
            found = numbers[i];
    int *kept = &found; //@ moment: kept
    return kept;
}

int main(void)
{
    int numbers[3] = {2, 7, 5};
    int *best = largest(numbers, 3); //@ moment: returned
    return *best == 0;
}

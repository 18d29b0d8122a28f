// Recursion: one frame for each call, and what each returns.
static int factorial(int n)
{
    if (n <= 1)
        return 1; //@ moment: deepest
    int rest = factorial(n - 1);
    return n * rest; //@ moment: returned
}

int main(void)
{
    int result = factorial(4); //@ moment: done
    return result == 24 ? 0 : 1;
}

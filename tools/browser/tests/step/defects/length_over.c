int main(void)
{
    int n = 3;
    int a[n];
    for (int i = 0; i <= n; i++)
        a[i] = i; //! bounds
    return a[0];
}

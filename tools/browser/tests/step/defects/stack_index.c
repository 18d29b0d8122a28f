int main(void)
{
    int a[3], n = 3;
    for (int i = 0; i <= n; i++)
        a[i] = i; //! bounds
    return a[0];
}

static void clear(int *from, int count)
{
    for (int i = 0; i < count; i++)
        from[i] = 0; //! variable end
}
int main(void)
{
    int before[3] = {1, 2, 3}, a[3], behind[3] = {1, 2, 3};
    clear(a, 4);
    return before[2] - behind[2];
}

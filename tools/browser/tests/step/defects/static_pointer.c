static int table[4];
int other = 5;
int main(void)
{
    int *p = table;
    p += 4;
    *p = 1; //! variable end
    return other - 5;
}

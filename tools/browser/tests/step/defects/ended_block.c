int main(void)
{
    int *p = 0;
    {
        int inner = 3;
        p = &inner;
    }
    *p = 4; //! ended
    return 0;
}

int main(void)
{
    int *p = (int *)0x7f000000;
    return *p; //! wild
}

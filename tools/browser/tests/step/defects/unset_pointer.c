int main(void)
{
    int *p;
    int x = 0;
    if (x) p = &x;
    return p == &x; //! uninitialised
}

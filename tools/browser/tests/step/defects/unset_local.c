int main(void)
{
    int count;
    if (count > 3) //! uninitialised
        return 1;
    return 0;
}

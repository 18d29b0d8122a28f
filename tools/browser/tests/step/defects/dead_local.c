static int *counter(void)
{
    int count = 3;
    int *p = &count;
    return p;
}
int main(void)
{
    int *p = counter();
    int three = *p; //! dead
    return three - three;
}

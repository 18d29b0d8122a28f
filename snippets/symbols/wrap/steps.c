int step(void);
int two_steps(void);

int step(void)
{
    return 1;
}

int two_steps(void)
{
    return step() + step();
}

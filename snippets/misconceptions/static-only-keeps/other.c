static int level = 20;

int other_level(void);

int other_level(void)
{
    return level;
}

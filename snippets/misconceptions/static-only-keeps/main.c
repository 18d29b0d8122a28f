#include <stdio.h>

static int level = 1;

int other_level(void);

int main(void)
{
    printf("main.c has %d, other.c has %d\n", level, other_level());
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| short 2, int 4, struct 12
#include <stdio.h>

#define STEP(p) ((char *)((p) + 1) - (char *)(p))

struct point {
    int x, y, z;
};

int main(void)
{
    short s[2];
    int i[2];
    struct point p[2];

    printf("short %td, int %td, struct %td\n", STEP(s), STEP(i), STEP(p));
    return 0;
}

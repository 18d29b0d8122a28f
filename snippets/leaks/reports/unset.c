#include <stdio.h>
#include <stdlib.h>

static int *counters(int n)
{
    int *made = malloc((size_t)n * sizeof *made);

    if (made) made[0] = 1;
    return made;
}

int main(void)
{
    int *seen = counters(2);
    int sum;

    if (!seen) return 1;
    sum = seen[0] + seen[1];
    if (sum > 0) puts("seen");
    free(seen);
    return 0;
}

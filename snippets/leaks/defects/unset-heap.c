#include <stdlib.h>

//@ section: defect
static int used(int n)
{
#ifdef REPAIRED
    int *row = calloc((size_t)n, sizeof *row);
#else
    int *row = malloc((size_t)n * sizeof *row);
#endif
    int count = 0;

    for (int i = 0; row && i < n; i++) if (row[i]) count++;
    free(row);
    return count;
}
//@ end

int main(void)
{
    return used(4) > 4;
}

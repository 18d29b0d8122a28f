#include <stdlib.h>

//@ section: defect
static int *sized(int n)
{
    int *row = malloc(8 * sizeof *row);

    if (n > 8) {
#ifdef REPAIRED
        free(row);
#endif
        row = malloc((size_t)n * sizeof *row);
    }
    return row;
}
//@ end

int main(void)
{
    free(sized(10));
    free(sized(20));
    return 0;
}

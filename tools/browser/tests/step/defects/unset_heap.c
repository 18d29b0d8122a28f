#include <stdlib.h>
int main(void)
{
    int *p = malloc(2 * sizeof *p);
    p[0] = 1;
    int sum = p[0] + p[1]; //! uninitialised
    free(p);
    return sum - sum;
}

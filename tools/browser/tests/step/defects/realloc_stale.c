#include <stdlib.h>
int main(void)
{
    int *p = malloc(4 * sizeof *p), *first = p;
    p[0] = 7;
    p = realloc(p, 400 * sizeof *p);
    int seven = *first; //! freed
    free(p);
    return seven - seven;
}

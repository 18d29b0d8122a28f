#include <stdlib.h>
int main(void)
{
    double *p = malloc(2 * sizeof *p);
    p[2] = 1.5; //! block end
    free(p);
    return 0;
}

#include <stdlib.h>
int main(void)
{
    int *p = calloc(3, sizeof *p);
    int sum = 0;
    for (int i = 0; i <= 3; i++)
        sum += p[i]; //! block end
    free(p);
    return sum - sum;
}

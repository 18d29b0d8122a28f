#include <stdlib.h>

#ifdef REPAIRED
enum { FROM = 0, TO = 9 };
#else
enum { FROM = 0, TO = 10 };
#endif

//@ section: defect
static void fill(int *row)
{
    for (int i = FROM; i <= TO; i++) row[i] = i;  // TO is 10
}
//@ end

int main(void)
{
    int *row = malloc(10 * sizeof *row);

    if (!row) return 1;
    fill(row);
    free(row);
    return 0;
}

#include <stdlib.h>

#ifdef REPAIRED
enum { COUNT = 10 };
#else
enum { COUNT = 11 };
#endif

//@ section: defect
static int sum(const int *row)
{
    int total = 0;

    for (int i = 0; i < COUNT; i++) total |= row[i];  // COUNT is 11
    return total;
}
//@ end

int main(void)
{
    int *row = calloc(10, sizeof *row);
    volatile int kept;

    if (!row) return 1;
    kept = sum(row);
    (void)kept;
    free(row);
    return 0;
}

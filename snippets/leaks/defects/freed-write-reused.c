#include <stdlib.h>

//@ section: defect
static int reused(int *old)
{
    int *fresh, seen;

#ifndef REPAIRED
    free(old);
#endif
    fresh = calloc(4, sizeof *fresh);  // malloc may give the same bytes again
    *old = 7;
    seen = fresh ? fresh[0] : 0;
    free(fresh);
#ifdef REPAIRED
    free(old);
#endif
    return seen;
}
//@ end

int main(void)
{
    int *old = calloc(4, sizeof *old);

    return old && reused(old) > 7;
}

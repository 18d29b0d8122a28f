#include <stdlib.h>

//@ section: defect
static int *one(void)
{
    int *made = malloc(sizeof *made);

#ifdef REPAIRED
    if (!made) exit(1);
#endif
    *made = 1;  // There was memory, this time.
    return made;
}
//@ end

int main(void)
{
    int *made = one();
    int wrong = *made != 1;

    free(made);
    return wrong;
}

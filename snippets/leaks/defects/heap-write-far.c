#include <stdint.h>
#include <stdlib.h>

//@ section: defect
static void mark(char *block, size_t place)
{
    block[place] = 'x';  // `place` is that of another block
}
//@ end

int main(void)
{
    char *one = malloc(64), *two = malloc(64);

#ifdef REPAIRED
    if (one && two) mark(one, 0);
#else
    if (one && two) mark(one, (uintptr_t)two - (uintptr_t)one);
#endif
    free(one);
    free(two);
    return 0;
}

#include <stdint.h>
#include <stdlib.h>

//@ section: defect
static uint32_t *table(uint32_t count)
{
#ifdef REPAIRED
    return count > 1000 ? NULL : calloc(count, sizeof(uint32_t));
#else
    uint32_t bytes = count * 4;  // 4,294,967,300 in 32 bits: 4

    return calloc(1, bytes);
#endif
}
//@ end

int main(void)
{
    uint32_t *row = table(0x40000001);

    if (row) row[9] = 1;
    free(row);
    return 0;
}

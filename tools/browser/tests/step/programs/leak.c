// A pointer gets another block before the first one is freed.
#include <stdlib.h>

struct reading {
    int day;
    double value;
};

int main(void)
{
    struct reading *latest = NULL;
    for (int day = 1; day <= 2; day++) {
        latest = malloc(sizeof *latest);
        latest->day = day;
        latest->value = day / 2.0;
    }
    free(latest); //@ moment: freed
    return 0;
}

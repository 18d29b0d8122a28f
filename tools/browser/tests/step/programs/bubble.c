// Bubble sort: neighbours change places until nobody has to.
#include <stdbool.h>

static bool pass(int *row, int count)
{
    bool moved = false;
    for (int i = 0; i + 1 < count; i++)
        if (row[i] > row[i + 1]) {
            int kept = row[i];
            row[i] = row[i + 1]; //@ moment: kept
            row[i + 1] = kept;
            //@ moment: changed
            moved = true;
        }
    //@ moment: passed
    return moved;
}

int main(void)
{
    int row[] = {4, 1, 3, 2};
    int passes = 1;
    while (pass(row, 4))
        passes++;
    //@ moment: sorted
    return passes - 3;
}

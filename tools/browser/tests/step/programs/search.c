// Binary search between two pointers: the end is past the last element.
#include <stddef.h>

static const int *search(const int *first, const int *end, int wanted)
{
    while (first < end) {
        const int *middle = first + (end - first) / 2;
        if (*middle == wanted) //@ moment: middle
            //@ moment: found
            return middle;
        if (*middle < wanted)
            first = middle + 1;
        else
            end = middle;
    }
    //@ moment: none
    return NULL;
}

int main(void)
{
    const int row[] = {2, 3, 5, 7, 11, 13};
    const int *eleven = search(row, row + 6, 11);
    const int *four = search(row, row + 6, 4);
    //@ moment: both
    return eleven - row != 4 || four != NULL;
}

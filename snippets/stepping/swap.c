//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| in swap_copies: 2 1
//| left 1, right 2
//| left 2, right 1
#include <stdio.h>

static void swap_copies(int a, int b)
{
    int kept = a;
    a = b;
    b = kept;
    //@ moment: copies
    printf("in swap_copies: %d %d\n", a, b);
}

static void swap(int *a, int *b)
{
    int kept = *a;
    //@ moment: kept
    *a = *b;
    //@ moment: half
    *b = kept;
    //@ moment: swapped
}

int main(void)
{
    int left = 1, right = 2;

    swap_copies(left, right);
    printf("left %d, right %d\n", left, right);
    swap(&left, &right);
    printf("left %d, right %d\n", left, right);
    return 0;
}

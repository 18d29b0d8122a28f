//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ stdin: 0
//@ output: 0
#include <stdio.h>

// Give it the array and the number of a column. It returns the sum of that column.
static int column(void)
{
    return 0;
}

int main(void)
{
    int grid[3][4] = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
    int which;

    if (scanf("%d", &which) != 1) {
        return 1;
    }
    printf("%d\n", column());
    return grid[0][0] - 1;
}

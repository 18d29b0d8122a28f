//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra -pedantic
//@ stdin: 0
//@ output: 15
#include <stdio.h>

static int column(int grid[3][4], int which)
{
    int sum = 0;

    for (int row = 0; row < 3; row++) {
        sum += grid[row][which];
    }
    return sum;
}

int main(void)
{
    int grid[3][4] = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
    int which;

    if (scanf("%d", &which) != 1) {
        return 1;
    }
    printf("%d\n", column(grid, which));
    return 0;
}

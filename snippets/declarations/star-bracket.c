//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output: 21
#include <stdio.h>

//@ section: star
int total(int rows, int columns, int table[*][*]);  //~[gcc] warning: [-Wvla-parameter]

int main(void)
{
    int table[2][3] = {{1, 2, 3}, {4, 5, 6}};

    printf("%d\n", total(2, 3, table));
}

int total(int rows, int columns, int table[rows][columns])
{
    int sum = 0;

    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            sum += table[i][j];
    return sum;
}
//@ end

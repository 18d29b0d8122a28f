//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| 6
//| 16
#include <stdio.h>

int main(void)
{
    int flat[12] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    int (*rows)[4] = (int (*)[4])flat;

    printf("%d\n", rows[1][2]);
    printf("%zu\n", sizeof *rows);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra
//@ output:
//| 5 6 7
#include <stdio.h>
#include <stdlib.h>

//@ section: fill
static void fill(int *row, int count)
{
    for (int i = 0; i <= count; i++) row[i] = i + 5;
}
//@ end

int main(void)
{
    int *row = malloc(3 * sizeof *row);

    if (!row) return 1;
    fill(row, 3);
    printf("%d %d %d\n", row[0], row[1], row[2]);
    free(row);
    return 0;
}

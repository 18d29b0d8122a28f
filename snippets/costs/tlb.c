//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| pages of 4 KiB, row by row:       misses 256
//| pages of 4 KiB, column by column: misses 262144
//| pages of 2 MiB, column by column: misses 1
#include <stdio.h>
#include <stdlib.h>

//@ section: tlb
static size_t page = 4 << 10;
#define LINE page  // the simulator again: a TLB's lines are pages
#define SETS 16
#define WAYS 4
#include "cache.h"

enum { ROWS = 256, COLUMNS = 1024 };  // a row of ints takes 4 KiB

static void by_rows(int (*matrix)[COLUMNS])
{
    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < COLUMNS; j++)
            use(&matrix[i][j]);
}

static void by_columns(int (*matrix)[COLUMNS])
{
    for (int j = 0; j < COLUMNS; j++)
        for (int i = 0; i < ROWS; i++)
            use(&matrix[i][j]);
}
//@ end

int main(void)
{
    // It starts where a large page does.
    int (*matrix)[COLUMNS] = aligned_alloc(2 << 20, 2 << 20);
    if (!matrix)
        return 1;
    by_rows(matrix);
    printf("pages of 4 KiB, row by row:       misses %ld\n", counted());
    by_columns(matrix);
    printf("pages of 4 KiB, column by column: misses %ld\n", counted());
    page = 2 << 20;
    by_columns(matrix);
    printf("pages of 2 MiB, column by column: misses %ld\n", counted());
    free(matrix);
    return 0;
}

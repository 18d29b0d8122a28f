//@ do: run
//@ std: c17
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| row by row:       sum 16384, 1024 misses
//| column by column: sum 16384, 16384 misses
#include <stdint.h>
#include <stdio.h>
#include <string.h>

//@ section: cache
#define LINE 64  // bytes in a line
#define SETS 64
#define WAYS 8  // lines in a set

// Numbers of lines. In each set, the last used is first.
static uintptr_t cache[SETS][WAYS];
static long misses;

static void use(const void *address)
{
    uintptr_t line = (uintptr_t)address / LINE;
    uintptr_t *set = cache[line % SETS];
    int way = 0;

    while (way < WAYS - 1 && set[way] != line)
        way++;
    misses += set[way] != line;
    memmove(set + 1, set, (size_t)way * sizeof *set);
    set[0] = line;
}

static long counted(void)
{
    long since = misses;
    misses = 0;
    memset(cache, 0, sizeof cache);
    return since;
}
//@ end

//@ section: order
#define N 128
_Alignas(4096) static int matrix[N][N];

static int by_rows(void)
{
    int sum = 0;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            use(&matrix[i][j]);
            sum += matrix[i][j];
        }
    return sum;
}

static int by_columns(void)
{
    int sum = 0;
    for (int j = 0; j < N; j++)
        for (int i = 0; i < N; i++) {
            use(&matrix[i][j]);
            sum += matrix[i][j];
        }
    return sum;
}
//@ end

int main(void)
{
    for (int i = 0; i < N * N; i++)
        matrix[i / N][i % N] = 1;
    int sum = by_rows();
    printf("row by row:       sum %d, %ld misses\n", sum, counted());
    sum = by_columns();
    printf("column by column: sum %d, %ld misses\n", sum, counted());
    return 0;
}

//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ stdin: 128
//@ output: transposed, too many misses
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define LINE 64  // bytes in a line
#define SETS 64
#define WAYS 8  // lines in a set

// The numbers of lines. In each set, the one that was used last is first.
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

_Alignas(4096) static int from[128][128], to[128][128];
static int n;  // rows and columns that are used
static _Bool outside;

static int get(int i, int j)
{
    outside |= i >= n || j >= n;
    use(&from[i][j]);
    return from[i][j];
}

static void put(int i, int j, int value)
{
    outside |= i >= n || j >= n;
    use(&to[i][j]);
    to[i][j] = value;
}

//@ section: transpose
static void transpose(void)
{
    for (int j = 0; j < n; j++)
        for (int i = 0; i < n; i++)
            put(j, i, get(i, j));
}
//@ end

int main(void)
{
    _Bool right = 1;

    if (scanf("%d", &n) != 1 || n < 0 || n > 128)
        return 1;
    for (int i = 0; i < n * n; i++)
        from[i / n][i % n] = i;
    transpose();
    for (int i = 0; i < n * n; i++)
        right = right && to[i % n][i / n] == i;
    printf("%s, ", outside ? "outside" : right ? "transposed" : "wrong");
    puts(misses <= 4096 ? "at most 4096 misses" : "too many misses");
    return 0;
}

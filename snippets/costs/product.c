//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| ijk: 2118688 misses
//| ikj: 266240 misses
//| tiles: 36864 misses
#include <stdio.h>
#include "cache.h"

//@ section: product
#define N 128
#define TILE 8  // doubles: one line
_Alignas(4096) static double a[N][N], b[N][N], c[N][N];

static void step(int i, int j, int k)
{
    use(&a[i][k]);
    use(&b[k][j]);
    use(&c[i][j]);
    c[i][j] += a[i][k] * b[k][j];
}

static void ijk(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            for (int k = 0; k < N; k++)
                step(i, j, k);
}

static void ikj(void)
{
    for (int i = 0; i < N; i++)
        for (int k = 0; k < N; k++)
            for (int j = 0; j < N; j++)
                step(i, j, k);
}

static void tiles(void)
{
    for (int ii = 0; ii < N; ii += TILE)
        for (int kk = 0; kk < N; kk += TILE)
            for (int jj = 0; jj < N; jj += TILE)
                for (int i = ii; i < ii + TILE; i++)
                    for (int k = kk; k < kk + TILE; k++)
                        for (int j = jj; j < jj + TILE; j++)
                            step(i, j, k);
}
//@ end

static void told(const char *name, void (*product)(void))
{
    memset(c, 0, sizeof c);
    product();
    if (c[1][2] != N * 1.0 * 2)
        printf("wrong\n");
    printf("%s: %ld misses\n", name, counted());
}

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] = i, b[i][j] = j;
    told("ijk", ijk);
    told("ikj", ikj);
    told("tiles", tiles);
    return 0;
}

//@ do: run
//@ std: c17
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| rows of 128: 65536 bytes, 16384 misses
//| rows of 144: 73728 bytes, 1024 misses
#include <stdio.h>
#include "cache.h"

//@ section: padded
#define N 128
_Alignas(4096) static int plain[N][N];
_Alignas(4096) static int padded[N][N + 16];  // 16 are never used

static void columns(int *matrix, int length)
{
    for (int j = 0; j < N; j++)
        for (int i = 0; i < N; i++)
            use(matrix + i * length + j);
}
//@ end

int main(void)
{
    columns(*plain, N);
    printf("rows of 128: %zu bytes, %ld misses\n",
           sizeof plain, counted());
    columns(*padded, N + 16);
    printf("rows of 144: %zu bytes, %ld misses\n",
           sizeof padded, counted());
    return 0;
}

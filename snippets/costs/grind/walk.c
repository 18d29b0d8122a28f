#include <stdio.h>

//@ section: walks
#define N 128
_Alignas(4096) int plain[N][N];
_Alignas(4096) int padded[N][N + 16];

int by_rows(void)
{
    int sum = 0;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            sum += plain[i][j];
    return sum;
}

int by_columns(void)
{
    int sum = 0;
    for (int j = 0; j < N; j++)
        for (int i = 0; i < N; i++)
            sum += plain[i][j];
    return sum;
}

int by_padded_columns(void)
{
    int sum = 0;
    for (int j = 0; j < N; j++)
        for (int i = 0; i < N; i++)
            sum += padded[i][j];
    return sum;
}
//@ end

int main(void)
{
    return by_rows() + by_columns() + by_padded_columns();
}

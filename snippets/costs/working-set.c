//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| 16 KiB   0%
//| 24 KiB   0%
//| 32 KiB   0%
//| 33 KiB  27% ######
//| 34 KiB  52% #############
//| 35 KiB  77% ###################
//| 36 KiB 100% #########################
//| 48 KiB 100% #########################
//| 64 KiB 100% #########################
#include <stdio.h>
#include "cache.h"

//@ section: rounds
_Alignas(4096) static char memory[64 << 10];

// Reads so many KiB, line by line, ten times over. Returns the misses of
// the last nine rounds.
static long rounds(int kib)
{
    long first = 0;
    for (int round = 0; round < 10; round++) {
        for (int at = 0; at < kib << 10; at += LINE)
            use(&memory[at]);
        if (round == 0)
            first = misses;
    }
    return counted() - first;
}
//@ end

int main(void)
{
    const int sizes[] = {16, 24, 32, 33, 34, 35, 36, 48, 64};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int kib = sizes[i];
        int percent = (int)(rounds(kib) * 100 / (9L * (kib << 10) / LINE));
        printf("%2d KiB %3d%%%.*s\n", kib, percent,
               percent > 3 ? percent / 4 + 1 : 0, " #########################");
    }
    return 0;
}

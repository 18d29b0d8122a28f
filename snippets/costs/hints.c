//@ do: assemble
//@ std: c17
//@ levels: -O1
//@ options: -Wall -Wextra
//@ scan-assembler: ^\tprefetcht0
//@ scan-assembler: ^\tmovnti
//@ scan-assembler: ^\tsfence
#include <immintrin.h>

//@ section: hints
long sum(const long *const *blocks, int count)
{
    long sum = 0;
    for (int i = 0; i < count; i++) {
        if (i + 4 < count)
            __builtin_prefetch(blocks[i + 4]);  // for later
        sum += *blocks[i];
    }
    return sum;
}

void fill(int *buffer, int count, int value)
{
    for (int i = 0; i < count; i++)
        _mm_stream_si32(&buffer[i], value);  // past the caches
    _mm_sfence();                            // before anybody is told of it
}
//@ end

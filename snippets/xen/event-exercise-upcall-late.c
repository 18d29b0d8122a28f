//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ stdin: 5 12 80000001 2 1
//@ output:
//| 4 too early 95 too early | left 2 8 1
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { WORDS = 3, BITS = 32 };

static uint32_t selector, pending[WORDS], mask[WORDS];

static void serve(unsigned port)
{
    bool still = pending[port / BITS] >> port % BITS & 1;

    printf("%u%s ", port, still ? " too early" : "");
}

//@ section: upcall
static void upcall(void)
{
    for (unsigned word = 0; word < WORDS; word++)
        for (unsigned bit = 0; bit < BITS; bit++)
            if (selector >> word & 1 &&
                (pending[word] & ~mask[word]) >> bit & 1) {
                serve(word * BITS + bit);
                pending[word] &= ~(UINT32_C(1) << bit);
            }
}
//@ end

int main(void)
{
    if (scanf("%" SCNx32 "%" SCNx32 "%" SCNx32 "%" SCNx32 "%" SCNx32,
              &selector, &pending[0], &pending[2], &mask[0], &mask[2]) != 5)
        return 1;
    pending[1] = 8;
    upcall();
    printf("| left %" PRIx32 " %" PRIx32 " %" PRIx32 "\n", pending[0],
           pending[1], pending[2]);
    return 0;
}

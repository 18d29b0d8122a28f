//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ stdin: 5 12 80000001 2 1
//@ output:
//| 4 95 | left 2 8 1
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
/* Serves what is pending and not masked, in the words that the selector
   names. Takes back the bit of each port before it serves the port. */
static void upcall(void)
{
    uint32_t named = selector;

    selector = 0;  // before the words: an event may come meanwhile
    for (unsigned word = 0; word < WORDS; word++) {
        if (!(named >> word & 1))
            continue;
        for (unsigned bit = 0; bit < BITS; bit++) {
            uint32_t one = UINT32_C(1) << bit;

            if (pending[word] & ~mask[word] & one) {
                pending[word] &= ~one;
                serve(word * BITS + bit);
            }
        }
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

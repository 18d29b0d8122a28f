//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -g
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: stack-buffer-overflow
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct job { uint8_t segments; uint32_t sector[11]; };
static struct job shared_slot = {.segments = 11};

/* The other domain runs whenever it likes; here it runs at this point. */
__attribute__((noinline)) static void meanwhile(void)
{
    shared_slot.segments = 200;
}

//@ section: length
__attribute__((noinline)) static int begin(const struct job *job)
{
    uint32_t sector[11] = {0};

    if (job->segments > 11)
        return -1;
    meanwhile();
    for (unsigned i = 0; i < job->segments; i++)
        sector[i] = job->sector[i % 11];
    return (int)sector[0];
}
//@ end

int main(void)
{
    printf("%d\n", begin(&shared_slot));
    return 0;
}

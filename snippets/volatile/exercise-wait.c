//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra
//@ stdin: 3 5
//@ output: 0 after 4 reads
#include <stdint.h>
#include <stdio.h>

static unsigned ready, reads;

// Stands in for a status register. At the read with the number `ready` it has bit 8 and
// a character. To read it is to clear it: at all other reads it is 0.
static uint32_t read_status(void)
{
    reads++;
    return reads == ready ? 0x141 : 0;
}

// Reads the register `most` times or less. Returns the character, or -1 if none came.
static int wait_for(unsigned most)
{
    (void)most;
    while ((read_status() & 0x100) == 0) {
    }
    return (int)(read_status() & 0xff);
}

int main(void)
{
    unsigned most;

    if (scanf("%u %u", &ready, &most) != 2) {
        return 1;
    }
    int got = wait_for(most);
    if (got < 0) {
        printf("nothing after %u reads\n", reads);
    } else {
        printf("%d after %u reads\n", got, reads);
    }
    return 0;
}

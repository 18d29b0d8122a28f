//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| in one line:  1999 times fetched from the other core
//| in two lines: 0 times fetched from the other core
#include <stdint.h>
#include <stdio.h>

//@ section: owners
struct close {
    long a, b;
};

struct apart {
    _Alignas(64) long a;
    _Alignas(64) long b;
};

_Alignas(64) static struct close close;
static struct apart apart;

static int owner[64];  // which core has a line; 0 is none
static long fetched;

// A core writes: if another one has the line, it has to hand it over.
static void write_by(int core, const void *address)
{
    int *has = &owner[(uintptr_t)address / 64 % 64];
    fetched += *has != 0 && *has != core;
    *has = core;
}

static long both(const long *a, const long *b)
{
    fetched = 0;
    for (int i = 0; i < 1000; i++) {
        write_by(1, a);
        write_by(2, b);
    }
    return fetched;
}
//@ end

int main(void)
{
    printf("in one line:  %ld times fetched from the other core\n",
           both(&close.a, &close.b));
    printf("in two lines: %ld times fetched from the other core\n",
           both(&apart.a, &apart.b));
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| SIGTERM
#include <signal.h>
#include <stdio.h>

#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

typedef void handler(int);

handler *install(int number, handler *wanted);
SAME(__typeof__(install), __typeof__(signal));

static volatile sig_atomic_t received;

static void note(int number)
{
    received = number;
}

handler *install(int number, handler *wanted)
{
    return signal(number, wanted);
}

int main(void)
{
    install(SIGTERM, note);
    raise(SIGTERM);
    printf("%s\n", received == SIGTERM ? "SIGTERM" : "nothing");
    return 0;
}

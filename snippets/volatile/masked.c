//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| torn:  0
//| whole: 4294967295
//| then:  4294967296
#include <signal.h>
#include <stdint.h>
#include <stdio.h>

//@ section: clock
static volatile struct {
    uint32_t high, low;
} now;

static void tick(int number)
{
    (void)number;
    if (++now.low == 0) {
        now.high++;
    }
}

static uint64_t read_torn(void)
{
    uint32_t high = now.high;
    raise(SIGALRM);  // here the interrupt comes
    uint32_t low = now.low;

    return (uint64_t)high << 32 | low;
}
//@ end: clock

//@ section: masked
static uint64_t read_whole(void)
{
    sigset_t timer, before;

    sigemptyset(&timer);
    sigaddset(&timer, SIGALRM);
    sigprocmask(SIG_BLOCK, &timer, &before);
    uint64_t time = read_torn();
    sigprocmask(SIG_SETMASK, &before, NULL);
    return time;
}

int main(void)
{
    signal(SIGALRM, tick);

    now.low = UINT32_MAX;
    printf("torn:  %llu\n", (unsigned long long)read_torn());

    now.high = 0;
    now.low = UINT32_MAX;
    printf("whole: %llu\n", (unsigned long long)read_whole());
    printf("then:  %llu\n", (unsigned long long)now.high << 32 | now.low);
}
//@ end: masked

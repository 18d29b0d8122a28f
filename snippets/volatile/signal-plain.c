//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ timeout: 60s
//@ record: assembly
//@ load-in-loop[-O0]: main
//@ no-load-in-loop[-O2]: main
//@ output: done is 1, rings is 1
//@ output[!clang -O2]:
//@ exit[!clang -O2]: 3
//@ output[clang -O2]: done is 1, rings is 0
//@ exit[clang -O2]: 1
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>

static int done;
static atomic_int rings;

static void on_alarm(int number)
{
    (void)number;
    done = 1;
    if (++rings == 3) {
        _Exit(3);
    }
}

int main(void)
{
    struct itimerval times = {{0, 400000}, {0, 100000}};

    signal(SIGVTALRM, on_alarm);
    setitimer(ITIMER_VIRTUAL, &times, NULL);
    //@ section: loop
    while (!done) {
    }
    //@ end
    printf("done is %d, rings is %d\n", (int)done, rings);
    return rings == 1 ? 0 : 1;
}

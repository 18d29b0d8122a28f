//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ record: assembly
//@ load-in-loop[-O0]: main
//@ no-load-in-loop[-O2]: main
//@ output: the flag says 1, the alarm rang 1 times
//@ output[!clang -O2]: the alarm rang 3 times, the loop goes on
//@ exit[!clang -O2]: 3
//@ output[clang -O2]: the flag says 1, the alarm rang 0 times
//@ exit[clang -O2]: 1
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static int done;
static volatile sig_atomic_t rings;

static void on_alarm(int signal_number)
{
    static const char stuck[] = "the alarm rang 3 times, the loop goes on\n";

    (void)signal_number;
    done = 1;
    rings = rings + 1;
    if (rings == 3) {
        _exit(write(STDOUT_FILENO, stuck, strlen(stuck)) > 0 ? 3 : 4);
    }
}

int main(void)
{
    struct itimerval tenth = {{0, 100000}, {0, 100000}};

    signal(SIGALRM, on_alarm);
    setitimer(ITIMER_REAL, &tenth, NULL);
    //@ section: loop
    while (!done) {
    }
    //@ end
    printf("the flag says %d, the alarm rang %d times\n", (int)done, (int)rings);
    return rings == 1 ? 0 : 1;
}

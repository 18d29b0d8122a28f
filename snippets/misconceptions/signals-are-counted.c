//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: sent 5, handled 1
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stdio.h>

static volatile sig_atomic_t handled;

static void handle(int number)
{
    (void)number;
    handled = handled + 1;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handle};
    sigset_t set;

    sigaction(SIGUSR1, &action, NULL);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    for (int i = 0; i < 5; i++)
        raise(SIGUSR1);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    printf("sent 5, handled %d\n", (int)handled);
    return 0;
}

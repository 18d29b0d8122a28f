#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>
#include "keeper.h"

enum { NUMBERS = 3, NO_ANSWER = -1, NEVER = 0 };
static const long numbers[NUMBERS] = {5, 7, 11};

struct end { int status; struct state answered; };

//@ section: run
// Runs the keeper on `count` numbers from `first` on. Kills it at
// one of its stops, of which there is one before and one after each
// system call. Returns how it ended, and the last of its answers.
static struct end run(enum way way, int first, int count, int stop)
{
    int in[2], out[2];
    struct end end = {0, {NO_ANSWER, 0}};
    size_t size = sizeof numbers[0] * (size_t)count;

    if (pipe(in) != 0 || pipe(out) != 0)
        exit(1);
    if (write(in[1], numbers + first, size) != (ssize_t)size)
        exit(1);
    pid_t child = fork();
    if (child == 0) {
        close(in[1]);
        if (stop != NEVER && ptrace(PTRACE_TRACEME, 0, NULL, NULL))
            _exit(3);
        if (stop != NEVER)
            raise(SIGSTOP);
        keep(in[0], out[1], way);
        _exit(0);
    }
    close(in[0]);
    close(in[1]);
    close(out[1]);
    // The first stop is its own SIGSTOP, which does not count.
    int seen = 0;
    while (waitpid(child, &end.status, 0) == child
           && WIFSTOPPED(end.status))
        if (seen++ == stop)
            kill(child, SIGKILL);
        else
            ptrace(PTRACE_SYSCALL, child, NULL, NULL);

    struct state answer;
    while (read(out[0], &answer, sizeof answer) == sizeof answer)
        end.answered = answer;
    close(out[0]);
    return end;
}
//@ end

static long sum_of(int count)
{
    long sum = 0;

    for (int i = 0; i < count; i++)
        sum += numbers[i];
    return sum;
}

static bool well(struct end end)
{
    return WIFEXITED(end.status) && WEXITSTATUS(end.status) == 0;
}

//@ section: judge
struct score { int ended, broken, forgotten; };

// Restarts the keeper, as a supervisor would. Is it right?
static void restart(enum way way, int answered,
                    struct score *score)
{
    struct end back = run(way, 0, 0, NEVER);
    int count = back.answered.count;

    score->ended++;
    if (!well(back) || back.answered.sum != sum_of(count)) {
        score->broken++;
        return;
    }
    if (count < answered) {
        score->forgotten++;
        return;
    }
    // It may have saved one number more than it answered.
    // It says so, and the client goes on from there.
    back = run(way, count, NUMBERS - count, NEVER);
    if (!well(back) || back.answered.count != NUMBERS
        || back.answered.sum != sum_of(NUMBERS))
        score->broken++;
}

static void try_every_stop(const char *name, enum way way)
{
    struct score score = {0};

    for (int stop = 1;; stop++) {
        unlink("state");
        unlink("state.new");
        struct end end = run(way, 0, NUMBERS, stop);
        if (well(end))
            break;
        if (!WIFSIGNALED(end.status)
            || WTERMSIG(end.status) != SIGKILL)
            exit(1);
        restart(way, end.answered.count, &score);
    }
    printf("%-26s %3d killed  %2d broken  %2d forgotten\n",
           name, score.ended, score.broken, score.forgotten);
    fflush(stdout);
}
//@ end

static void try_every_request(const char *name)
{
    struct score score = {0};

    for (int request = 1;; request++) {
        unlink("state");
        unlink("state.new");
        refuse = request;
        struct end end = run(SAVED_FIRST, 0, NUMBERS, NEVER);
        refuse = 0;
        if (well(end))
            break;
        if (!WIFSIGNALED(end.status) || WTERMSIG(end.status) != SIGABRT)
            exit(1);
        restart(SAVED_FIRST, end.answered.count, &score);
    }
    printf("%-26s %3d aborted %2d broken  %2d forgotten\n",
           name, score.ended, score.broken, score.forgotten);
}

int main(void)
{
    try_every_stop("in place", IN_PLACE);
    try_every_stop("answered first", ANSWERED_FIRST);
    try_every_stop("saved, then answered", SAVED_FIRST);
    try_every_stop("the same without fsync", NO_FSYNC);
    try_every_request("aborted for want of memory");
    return 0;
}

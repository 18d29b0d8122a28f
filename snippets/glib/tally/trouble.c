#include <errno.h>
#include <linux/sockios.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t server;
static int out;
static char said[1000];
static size_t size;
static bool stuck;

static int enter(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "door"};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);

    if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0)
        exit(3);
    return fd;
}

static void say(int fd, const char *text)
{
    if (send(fd, text, strlen(text), MSG_NOSIGNAL) < 0)
        return;
}

//@ section: wait
// Waits until the server has read everything that was sent.
static void until_read(int fd)
{
    int unread;

    while (ioctl(fd, SIOCOUTQ, &unread) == 0 && unread > 0)
        sched_yield();
}

// Waits until the server sleeps: in its loop, or because a client takes no answers.
static void until_asleep(void)
{
    char path[40], state = '?';

    snprintf(path, sizeof path, "/proc/%d/stat", (int)server);
    while (state != 'S' && state != 'Z') {
        FILE *file = fopen(path, "r");
        if (!file || fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
            state = 'Z';
        if (file)
            fclose(file);
        sched_yield();
    }
}
//@ end

// Reads on in what the server prints, until that many bytes are there or it has ended.
static void until_said(size_t enough)
{
    ssize_t got;

    while (size < enough && (got = read(out, said + size, enough - size)) > 0)
        size += (size_t)got;
}

// Waits for an answer of one line, or for the end.
static void answer(int fd)
{
    char c;

    while (read(fd, &c, 1) == 1 && c != '\n')
        ;
}

//@ section: tests
static int plain(int fd)
{
    say(fd, "tea 1\n");
    answer(fd);
    say(fd, "tea 2\n");
    answer(fd);
    return fd;
}

static int long_name(int fd)
{
    say(fd, "tea-with-milk-and-sugar 1\n");
    answer(fd);
    say(fd, "tea-with-milk-and-sugar 2\n");
    answer(fd);
    return fd;
}

static int together(int fd)
{
    say(fd, "tea 1\ntea 2\n");
    answer(fd);
    return fd;
}

static int in_pieces(int fd)
{
    say(fd, "te");
    until_read(fd);
    say(fd, "a 3\n");
    until_read(fd);
    return fd;
}

static int interrupted(int fd)
{
    say(fd, "tea 1\n");
    answer(fd);
    until_asleep();
    kill(server, SIGUSR1);
    until_said(strlen("ready\ntea 1\n"));
    say(fd, "tea 2\n");
    answer(fd);
    return fd;
}

// Its client does not want to hear anything.
static int gone(int fd)
{
    int other = enter();

    close(fd);
    shutdown(other, SHUT_RD);
    say(other, "tea 3\n");
    until_read(other);
    return other;
}
//@ end

//@ section: deaf
// Sends lines and reads no answer, until the server sleeps and does not read them any more.
static int deaf(int fd)
{
    int unread = 0;

    while (unread == 0) {
        while (send(fd, "tea 1\n", 6, MSG_DONTWAIT | MSG_NOSIGNAL) == 6)
            ;
        until_asleep();
        ioctl(fd, SIOCOUTQ, &unread);
    }

    int other = enter();

    say(other, "milk 1\n");
    until_asleep();
    ioctl(other, SIOCOUTQ, &unread);
    stuck = unread > 0;
    if (stuck)
        kill(server, SIGKILL);
    return other;
}
//@ end

static const struct test {
    const char *name;
    int (*run)(int fd);
    const char *expected;
} tests[] = {
    {"one line at a time", plain, "ready\ntea 3\n"},
    {"a long name", long_name, "ready\ntea-with-milk-and-sugar 3\n"},
    {"two lines at once", together, "ready\ntea 3\n"},
    {"a line in two pieces", in_pieces, "ready\ntea 3\n"},
    {"a signal while it waits", interrupted, "ready\ntea 1\ntea 3\n"},
    {"a client that is gone", gone, "ready\ntea 3\n"},
};
static const struct test seventh = {"", deaf, ""};

static void try(const char *program, const struct test *test)
{
    int ends[2], status;

    unlink("door");
    stuck = false;
    memset(said, size = 0, sizeof said);
    if (pipe(ends) != 0 || (server = fork()) < 0)
        exit(3);
    if (server == 0) {
        dup2(ends[1], 1);
        close(ends[0]);
        close(ends[1]);
        execl(program, program, "door", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    out = ends[0];
    until_said(strlen("ready\n"));

    int fd = test->run(enter());
    say(fd, "end\n");
    until_said(sizeof said - 1);
    close(fd);
    close(out);
    waitpid(server, &status, 0);
    printf("%-25s", *test->name ? test->name : program);
    if (stuck)
        puts("answers nobody any more");
    else if (WIFSIGNALED(status))
        printf("ended by signal %d\n", WTERMSIG(status));
    else if (WEXITSTATUS(status) != 0)
        printf("ended with status %d\n", WEXITSTATUS(status));
    else
        puts(strcmp(said, test->expected) == 0 ? "right" : "wrong sums");
    fflush(stdout);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        printf("== %s\n", argv[i]);
        fflush(stdout);
        for (size_t t = 0; t < sizeof tests / sizeof *tests; t++)
            try(argv[i], &tests[t]);
    }
    puts("== a seventh client, which never reads");
    fflush(stdout);
    for (int i = 1; i < argc; i++)
        try(argv[i], &seventh);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| while it ran: at least 64 MiB
//| after its exit: 0 pages
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MEBIBYTE = 1024 * 1024, LEAKED = 64 };

static void leak(void)
{
    char *p = malloc((size_t)LEAKED * MEBIBYTE);
    if (p)
        memset(p, 1, (size_t)LEAKED * MEBIBYTE);
    _exit(p ? 0 : 1);
}

static long pages_of(pid_t process)
{
    char name[64];
    long pages = -1;

    snprintf(name, sizeof name, "/proc/%ld/statm", (long)process);
    FILE *file = fopen(name, "r");
    if (file && fscanf(file, "%ld", &pages) != 1)
        pages = -1;
    if (file)
        fclose(file);
    return pages;
}

int main(void)
{
    siginfo_t ended;
    struct rusage usage;
    pid_t child = fork();

    if (child == 0)
        leak();
    waitid(P_PID, (id_t)child, &ended, WEXITED | WNOWAIT);
    long left = pages_of(child);
    wait4(child, NULL, 0, &usage);
    if (usage.ru_maxrss >= LEAKED * 1024L)
        printf("while it ran: at least %d MiB\n", LEAKED);
    printf("after its exit: %ld pages\n", left);
    return 0;
}

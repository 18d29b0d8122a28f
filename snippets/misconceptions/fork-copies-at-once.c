//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| after fork: fewer than 1000 pages copied
//| after writing: all 16384
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAGES = 16384 };

static long faults(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

int main(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory = mmap(NULL, PAGES * page, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (memory == MAP_FAILED)
        return 1;
    madvise(memory, PAGES * page, MADV_NOHUGEPAGE);
    memset(memory, 1, PAGES * page);
    if (fork() > 0) {
        wait(NULL);
        return 0;
    }
    long at_first = faults();
    if (at_first < 1000)
        puts("after fork: fewer than 1000 pages copied");
    memset(memory, 2, PAGES * page);
    if (faults() - at_first >= PAGES)
        printf("after writing: all %d\n", PAGES);
    return 0;
}

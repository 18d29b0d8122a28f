//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ output:
//| mapped 16384 pages, resident 0
//| after 64 writes: resident 64
//| after reading every page: the sum is 64
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGES = 16384, WRITES = 64 };

// Returns how many pages have memory, or ends the program.
static int resident(char *start, size_t page)
{
    static unsigned char in_core[PAGES];
    int count = 0;

    if (mincore(start, PAGES * page, in_core) != 0)
        exit(1);
    for (int i = 0; i < PAGES; i++)
        count += in_core[i] & 1;
    return count;
}

int main(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *start = mmap(NULL, PAGES * page, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int sum = 0;

    // One page at a time: some kernels hand out 512 of them at once.
    if (start == MAP_FAILED
        || madvise(start, PAGES * page, MADV_NOHUGEPAGE) != 0)
        return 1;
    printf("mapped %d pages, resident %d\n", PAGES,
           resident(start, page));
    for (int i = 0; i < WRITES; i++)
        start[(size_t)i * (PAGES / WRITES) * page] = 1;
    printf("after %d writes: resident %d\n", WRITES,
           resident(start, page));
    for (int i = 0; i < PAGES; i++)
        sum += start[(size_t)i * page];
    printf("after reading every page: the sum is %d\n", sum);
    return 0;
}

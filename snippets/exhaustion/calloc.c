//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ varies: output
//@ output-contains: ^a tenth of its pages resident: no\nevery byte zero: yes$
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGES = 16384 };

static const char *said(int yes) { return yes ? "yes" : "no"; }

//@ section: main
int main(void)
{
    static unsigned char in_core[PAGES];
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *block = calloc(PAGES, page);
    int count = 0, zero = 1;

    if (!block)
        return 1;
    // mincore wants the start of a page.
    char *start = block + (page - (uintptr_t)block % page) % page;
    if (mincore(start, (PAGES - 1) * page, in_core) != 0)
        return 1;
    for (int i = 0; i < PAGES - 1; i++)
        count += in_core[i] & 1;
    printf("a tenth of its pages resident: %s\n",
           said(count >= PAGES / 10));

    for (size_t i = 0; i < PAGES * page; i++)
        zero = zero && block[i] == 0;
    printf("every byte zero: %s\n", said(zero));
    free(block);
    return 0;
}
//@ end

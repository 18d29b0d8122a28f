//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ browser: no sets a limit that only a kernel can keep
//@ output:
//| half of the limit was granted: yes
//| all of it was granted: no
//| errno says ENOMEM: yes
//| one block freed, one more asked for: granted
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

enum { MIB = 1024 * 1024, LIMIT = 64 };

static const char *said(int yes) { return yes ? "yes" : "no"; }

int main(void)
{
    static void *blocks[LIMIT];
    struct rlimit limit = {LIMIT * MIB, LIMIT * MIB};
    int granted = 0;

    if (setrlimit(RLIMIT_AS, &limit) != 0)
        return 1;
    while (granted < LIMIT && (blocks[granted] = malloc(MIB)))
        granted++;

    int code = errno;
    printf("half of the limit was granted: %s\n",
           said(granted >= LIMIT / 2));
    printf("all of it was granted: %s\n", said(granted == LIMIT));
    printf("errno says ENOMEM: %s\n", said(code == ENOMEM));

    free(blocks[--granted]);
    blocks[granted] = malloc(MIB);
    printf("one block freed, one more asked for: %s\n",
           blocks[granted] ? "granted" : "refused");
    for (int i = 0; i < LIMIT; i++)
        free(blocks[i]);
    return 0;
}

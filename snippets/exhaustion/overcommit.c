//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ sanitize: undefined
//@ browser: no asks the kernel how much memory there is
//@ varies: output
//@ output-contains: ^(mode 0\nin one piece: refused\nin 16 pieces: 16 granted|mode 1\nin one piece: granted\nin 16 pieces: 16 granted|mode 2\nin one piece: refused\nin 16 pieces: \d granted)$
#include <stdio.h>
#include <sys/mman.h>
#include <sys/sysinfo.h>

enum { PIECES = 16, TIMES = 4 };

// Asks the kernel in the way that malloc does for large blocks.
static void *ask(size_t size)
{
    void *start = mmap(NULL, size, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return start == MAP_FAILED ? NULL : start;
}

int main(void)
{
    struct sysinfo has;
    int mode, granted = 0;
    FILE *setting = fopen("/proc/sys/vm/overcommit_memory", "r");

    if (!setting || fscanf(setting, "%d", &mode) != 1)
        return 1;
    fclose(setting);
    if (sysinfo(&has) != 0)
        return 1;

    // Four times what the machine has. Nothing is ever touched.
    size_t size = (has.totalram + has.totalswap) * has.mem_unit * TIMES;
    void *whole = ask(size);
    printf("mode %d\n", mode);
    printf("in one piece: %s\n", whole ? "granted" : "refused");
    if (whole)
        munmap(whole, size);

    while (granted < PIECES && ask(size / PIECES) != NULL)
        granted++;
    printf("in %d pieces: %d granted\n", PIECES, granted);
    return 0;
}

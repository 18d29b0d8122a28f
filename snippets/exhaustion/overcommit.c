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

// Asks the kernel for memory in the way that malloc does for a large block.
static void *ask(size_t size)
{
    void *start = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return start == MAP_FAILED ? NULL : start;
}

int main(void)
{
    struct sysinfo machine;
    int mode, granted = 0;
    FILE *setting = fopen("/proc/sys/vm/overcommit_memory", "r");

    if (!setting || fscanf(setting, "%d", &mode) != 1 || sysinfo(&machine) != 0)
        return 1;
    fclose(setting);

    // Four times what the machine has, its swap included. Nothing of it is ever touched.
    size_t size = (machine.totalram + machine.totalswap) * machine.mem_unit * TIMES;
    void *whole = ask(size);
    printf("mode %d\nin one piece: %s\n", mode, whole ? "granted" : "refused");
    if (whole)
        munmap(whole, size);

    while (granted < PIECES && ask(size / PIECES) != NULL)
        granted++;
    printf("in %d pieces: %d granted\n", PIECES, granted);
    return 0;
}

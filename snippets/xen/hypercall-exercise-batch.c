//@ do: run
//@ std: c11
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//|   before
//|   after
//| multicall: 0
//| 0: 0
//| 1: -38
//| 2: 0
//| 3: 262161
#include <stddef.h>
#include <stdio.h>

//@ section: model
enum { VERSION = 17, CONSOLE = 18, MISSING = -38 };

struct entry {
    unsigned long op;
    long result;
    const char *text;
};

static long version(const struct entry *entry)
{
    (void)entry;
    return 4 << 16 | 17;
}

static long console(const struct entry *entry)
{
    printf("  %s\n", entry->text);
    return 0;
}

static long (*const table[64])(const struct entry *) = {
    [VERSION] = version,
    [CONSOLE] = console,
};

static long multicall(struct entry *batch, size_t count)
{
    for (size_t i = 0; i < count; i++)
        batch[i].result = batch[i].op < 64 && table[batch[i].op]
                              ? table[batch[i].op](&batch[i])
                              : MISSING;
    return 0;
}
//@ end

int main(void)
{
    //@ section: batch
    struct entry batch[] = {
        {.op = CONSOLE, .text = "before"},
        {.op = 11},
        {.op = CONSOLE, .text = "after"},
        {.op = VERSION},
    };
    printf("multicall: %ld\n", multicall(batch, 4));
    for (int i = 0; i < 4; i++)
        printf("%d: %ld\n", i, batch[i].result);
    //@ end
}

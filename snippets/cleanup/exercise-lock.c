//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ stdin: 7
//@ output:
//| lock
//| print 7, locked
//| unlock
#include <stdio.h>

static int locked;

static void unlock(int **held)
{
    **held = 0;
    puts("unlock");
}

static int *lock(void)
{
    locked = 1;
    puts("lock");
    return &locked;
}

#define auto_unlock \
    __attribute__((cleanup(unlock), unused)) int *

static int value;

// Printing is slow: nobody should wait for it.
static void print(int copy)
{
    printf("print %d, %s\n", copy,
           locked ? "locked" : "unlocked");
}

static void show(void)
{
    auto_unlock held = lock();
    int copy = value;

    if (copy == 0)
        return;
    print(copy);
}

int main(void)
{
    if (scanf("%d", &value) != 1)
        return 1;
    show();
    return 0;
}

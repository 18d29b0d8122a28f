//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ valgrind: all-freed
//@ output:
//| with memory    sum 100, worked out 4 times
//| without        sum 100, worked out 10 times
#include <stdio.h>
#include <stdlib.h>

static int refused;

static void *ask(size_t size)
{
    return refused ? NULL : malloc(size);
}

struct entry { int key, value; struct entry *next; };

static struct entry *cache;
static int worked;

static int work_out(int key) { return worked++, key * key; }

//@ section: square
// Returns the square of a number, from the cache if it is there.
static int square(int key)
{
    for (struct entry *e = cache; e; e = e->next)
        if (e->key == key)
            return e->value;

    int value = work_out(key);
    struct entry *e = ask(sizeof *e);
    if (e) {
        *e = (struct entry){key, value, cache};
        cache = e;
    }
    return value;  // without memory it is right all the same
}
//@ end

static void use(const char *name)
{
    static const int keys[] = {1, 4, 1, 2, 5, 4, 5, 2, 2, 2};
    int sum = 0;

    for (int i = 0; i < 10; i++)
        sum += square(keys[i]);
    printf("%-14s sum %d, worked out %d times\n", name, sum, worked);
    while (cache) {
        struct entry *next = cache->next;
        free(cache);
        cache = next;
    }
    worked = 0;
}

int main(void)
{
    use("with memory");
    refused = 1;
    use("without");
    return 0;
}

//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ sanitize: leak
//@ exit: 23
//@ stderr-contains: LeakSanitizer: detected memory leaks
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: store
// The store's answer is a new block, or NULL if it has no such path.
static char *store_read(const char *path)
{
    if (strcmp(path, "/domain/1/name") != 0)
        return NULL;
    return strdup("web");
}
//@ end

//@ section: pool
// Scratch memory: blocks that pool_free frees, all at once.
struct pool {
    int count;
    void *block[8];
};

static void *pool_keep(struct pool *pool, void *block)
{
    if (pool->count == 8)
        abort();
    pool->block[pool->count++] = block;
    return block;
}

static void pool_free(struct pool *pool)
{
    while (pool->count > 0)
        free(pool->block[--pool->count]);
}

static char *pool_path(struct pool *pool, int domain)
{
    char *path = pool_keep(pool, malloc(32));

    snprintf(path, 32, "/domain/%d/name", domain);
    return path;
}
//@ end

//@ section: getter
// Returns a domain's name, or NULL. It is yours: free() it.
static char *domain_name(int domain)
{
    struct pool pool = {0};
    char *name = store_read(pool_path(&pool, domain));

    pool_free(&pool);
    return name;
}
//@ end

//@ section: find
// Returns the number of a domain, or -1.
static int domain_number(const char *wanted)
{
    for (int domain = 0; domain < 4; domain++) {
        char *name = domain_name(domain);
        if (name && strcmp(name, wanted) == 0)
            return domain;
    }
    return -1;
}
//@ end

// Overwrites what the calls left on the stack. LeakSanitizer would take an
// old pointer there for one in use.
__attribute__((noinline)) static void wipe(void)
{
    volatile char room[4096];

    for (size_t i = 0; i < sizeof room; i++)
        room[i] = 0;
}

int main(void)
{
    for (int asked = 1; asked < 100; asked++)
        domain_number("web");
    printf("web has number %d\n", domain_number("web"));
    wipe();
    return 0;
}

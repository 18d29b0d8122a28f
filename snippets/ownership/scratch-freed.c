//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ clang-tidy: clang-analyzer-unix.Malloc
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: attempting double-free
//@ browser: differs AddressSanitizer isn't there to stop it, but Step names the mistake
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
    void *block[4];
};

static void *pool_keep(struct pool *pool, void *block)
{
    if (pool->count == 4)
        abort();
    pool->block[pool->count++] = block;
    return block;
}

static void pool_free(struct pool *pool)
{
    while (pool->count > 0)
        free(pool->block[--pool->count]);  //~[clang-tidy] warning: Attempt to free released memory
}

static char *pool_path(struct pool *pool, int domain)
{
    char *path = pool_keep(pool, malloc(32));

    snprintf(path, 32, "/domain/%d/name", domain);
    return path;
}
//@ end

//@ section: getter
// Returns a domain's name, or NULL.
static char *domain_name(struct pool *pool, int domain)
{
    return pool_keep(pool, store_read(pool_path(pool, domain)));
}

int main(void)
{
    struct pool pool = {0};
    char *name = domain_name(&pool, 1);

    //@ moment: got
    free(name);
    //@ moment: freed
    pool_free(&pool);
    return 0;
}
//@ end

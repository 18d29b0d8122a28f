//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ clang-tidy: clang-analyzer-unix.Malloc
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: heap-use-after-free
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
// Returns a domain's name, or NULL.
static char *domain_name(int domain)
{
    struct pool pool = {0};
    char *path = pool_path(&pool, domain);
    char *name = pool_keep(&pool, store_read(path));

    //@ moment: read
    pool_free(&pool);
    //@ moment: collected
    return name;  //~[clang-tidy] warning: Use of memory after it is freed
}

int main(void)
{
    char *name = domain_name(1);

    //@ moment: returned
    printf("%s\n", name);
    return 0;
}
//@ end

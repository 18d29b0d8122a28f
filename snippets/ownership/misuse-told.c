//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ valgrind: leaks no-errors
//@ output: done
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

//@ section: release
// Frees one block of the pool early.
// Returns -1 if it is not in the pool.
static int pool_release(struct pool *pool, void *block)
{
    for (int i = 0; i < pool->count; i++)
        if (pool->block[i] == block) {
            pool->block[i] = NULL;
            free(block);
            return 0;
        }
    return -1;
}
//@ end

//@ section: use
// Somebody lets the pool free a copy that is not in it.
static void work(struct pool *pool)
{
    char *copy = strdup(pool_path(pool, 1));

    pool_release(pool, copy);
}
//@ end

int main(void)
{
    struct pool pool = {0};

    work(&pool);
    pool_free(&pool);
    puts("done");
    return 0;
}

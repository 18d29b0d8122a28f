//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ valgrind: leaks no-errors
//@ stdin: 3
//@ output:
//| /domain/0
//| /domain/1
//| /domain/2
#include <stdio.h>
#include <stdlib.h>

// The scratch memory of one call, however much that is.
struct pool {
    int count;
    void **block;
};

// Keeps a block until pool_free.
void pool_keep(struct pool *pool, void *block)
{
    (void)pool, (void)block;
}

// Frees all blocks that the pool keeps, and leaves it empty.
void pool_free(struct pool *pool)
{
    (void)pool;
}

static char *path(struct pool *pool, int domain)
{
    char *text = malloc(32);

    if (!text)
        abort();
    pool_keep(pool, text);
    snprintf(text, 32, "/domain/%d", domain);
    return text;
}

int main(void)
{
    struct pool pool = {0};
    int domains = 0;

    if (scanf("%d", &domains) != 1)
        return 1;
    for (int domain = 0; domain < domains; domain++)
        puts(path(&pool, domain));
    pool_free(&pool);
    pool_free(&pool);
    return 0;
}

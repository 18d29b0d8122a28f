//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ valgrind: all-freed no-errors
//@ output:
//| domain 1 is web with 2 disks
//| there is no domain 2
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The store's answer is a new block, or NULL if it has no such path.
static char *store_read(const char *path)
{
    if (strcmp(path, "/domain/1/name") == 0)
        return strdup("web");
    if (strcmp(path, "/domain/1/disks") == 0)
        return strdup("2");
    return NULL;
}

//@ section: pool
// Scratch memory of one call. Nothing in it is freed singly.
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
//@ end

//@ section: read
// Reads the path that printf would make of the rest.
// The answer is scratch memory.
__attribute__((format(printf, 2, 3)))
static char *pool_readf(struct pool *pool, const char *format, ...)
{
    va_list rest;
    char *path;

    va_start(rest, format);
    if (vasprintf(&path, format, rest) < 0)
        abort();
    va_end(rest);
    return pool_keep(pool, store_read(pool_keep(pool, path)));
}
//@ end

//@ section: public
struct info {
    char *name;
    int disks;
};

// Fills *info; returns 0, or -1 if there is no such domain. In both
// cases it is yours afterwards: info_dispose() it.
static int domain_info(int domain, struct info *info)
{
    struct pool pool = {0};
    char *name = pool_readf(&pool, "/domain/%d/name", domain);
    char *disks = pool_readf(&pool, "/domain/%d/disks", domain);

    *info = (struct info){0};
    if (name)
        info->name = strdup(name);
    if (disks)
        info->disks = atoi(disks);
    //@ moment: filled
    pool_free(&pool);
    //@ moment: collected
    return info->name ? 0 : -1;
}

// Frees what belongs to *info, and not *info itself.
// Calling it twice does no harm.
static void info_dispose(struct info *info)
{
    free(info->name);
    *info = (struct info){0};
}
//@ end

//@ section: caller
int main(void)
{
    struct info info;

    for (int domain = 1; domain <= 2; domain++) {
        if (domain_info(domain, &info) == 0)
            printf("domain %d is %s with %d disks\n",
                   domain, info.name, info.disks);
        else
            printf("there is no domain %d\n", domain);
        info_dispose(&info);
    }
    return 0;
}
//@ end

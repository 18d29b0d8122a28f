//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ output: wrote (null)/shutdown
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: null
// Returns a domain's own folder in the store, or NULL.
static char *domain_folder(int domain)
{
    return domain == 1 ? strdup("/domain/1") : NULL;
}

static void store_write(const char *path)
{
    printf("wrote %s\n", path);
}

static void domain_shutdown(int domain)
{
    char path[64];
    char *folder = domain_folder(domain);

    snprintf(path, sizeof path, "%s/shutdown", folder);
    store_write(path);
    free(folder);
}
//@ end

int main(void)
{
    domain_shutdown(7);
    return 0;
}

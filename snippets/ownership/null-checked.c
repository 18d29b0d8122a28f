//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ sanitize: leak
//@ output:
//| wrote /domain/1/shutdown
//| domain 1: 0
//| domain 7: -1
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: checked
static char *domain_folder(int domain)
{
    return domain == 1 ? strdup("/domain/1") : NULL;
}

// Writes to the path that printf would make of the rest.
__attribute__((format(printf, 1, 2)))
static void store_writef(const char *format, ...)
{
    char path[64];
    va_list rest;

    va_start(rest, format);
    vsnprintf(path, sizeof path, format, rest);
    va_end(rest);
    printf("wrote %s\n", path);
}

// Returns 0, or -1 if there is no such domain.
static int domain_shutdown(int domain)
{
    char *folder = domain_folder(domain);

    if (!folder)
        return -1;
    store_writef("%s/shutdown", folder);
    free(folder);
    return 0;
}
//@ end

int main(void)
{
    int first = domain_shutdown(1);

    printf("domain 1: %d\n", first);
    printf("domain 7: %d\n", domain_shutdown(7));
    return 0;
}

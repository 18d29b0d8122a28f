#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <unistd.h>

// Writes a star before each text.
ssize_t write(int file, const void *text, size_t size)
{
    typedef ssize_t writes(int, const void *, size_t);
    static writes *real;

    if (real == NULL)
        real = (writes *)dlsym(RTLD_NEXT, "write");
    real(file, "* ", 2);
    return real(file, text, size);
}

/* What is beside the allocator's functions in the C library, and not in its source. */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

void *reallocarray(void *block, size_t count, size_t size)
{
    size_t bytes;

    if (__builtin_mul_overflow(count, size, &bytes)) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(block, bytes);
}

#include <time.h>

// In place of the C library's. For now it is always midnight.
time_t time(time_t *result)
{
    (void)result;
    return 0;
}

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

// In place of the C library's: the hour of HOUR, or else the real time.
time_t time(time_t *result)
{
    typedef time_t clock_of(time_t *);
    const char *hour = getenv("HOUR");
    time_t now;

    if (hour != NULL) {
        now = (time_t)atoi(hour) * 60 * 60;
    } else {
        clock_of *real = (clock_of *)dlsym(RTLD_NEXT, "time");
        now = real(NULL);
    }
    if (result != NULL)
        *result = now;
    return now;
}

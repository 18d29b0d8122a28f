#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

time_t time(time_t *result)
{
    typedef time_t clock_of(time_t *);
    const char *hour = getenv("HOUR");

    if (hour != NULL)
        return (time_t)atoi(hour) * 60 * 60;
    return ((clock_of *)dlsym(RTLD_NEXT, "time"))(result);
}

#include <stddef.h>
#include <stdlib.h>
#include <time.h>

time_t time(time_t *result)
{
    const char *hour = getenv("HOUR");
    time_t now = hour != NULL ? (time_t)atoi(hour) * 60 * 60 : 0;

    if (result != NULL)
        *result = now;
    return now;
}

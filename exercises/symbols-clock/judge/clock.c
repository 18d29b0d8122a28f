#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
    struct timespec now;
    time_t stored = -1;
    time_t returned = time(&stored);

    clock_gettime(CLOCK_REALTIME, &now);
    if (stored != returned)
        puts("returned one time and stored another");
    else if (getenv("HOUR") != NULL)
        printf("hour %d\n", (int)(returned / 3600));
    else
        puts(now.tv_sec - returned <= 5 ? "the real time" : "some other time");
    return 0;
}

#include <stdio.h>
#include <time.h>

int main(void)
{
    time_t now = time(NULL);
    const struct tm *utc = gmtime(&now);

    puts(utc->tm_hour < 12 ? "good morning" : "good evening");
    return 0;
}

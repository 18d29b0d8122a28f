//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: logging is off
#include <stdio.h>

#define LOGGING 1

int main(void)
{
#if LOGING
    puts("logging is on");
#else
    puts("logging is off");
#endif
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -Wconversion -pedantic
//@ output: distance is 30
#include <stdio.h>

typedef int metres;
typedef int seconds;

int main(void)
{
    metres distance = 100;
    seconds time = 30;

    distance = time;
    printf("distance is %d\n", distance);
    return 0;
}

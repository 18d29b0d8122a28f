//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: on is -1, and on == 1 is 0
#include <stdio.h>

struct lamp {
    int on : 1;
};

int main(void)
{
    int yes = 1;
    struct lamp lamp = {.on = yes};

    printf("on is %d, and on == 1 is %d\n", lamp.on, lamp.on == 1);  //~[gcc] warning: [-Wtype-limits]
    return 0;
}

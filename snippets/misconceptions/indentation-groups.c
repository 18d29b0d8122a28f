//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: and start the engine
#include <stdio.h>

int main(void)
{
    int ready = 0;

    if (ready)  //~[gcc] warning: [-Wmisleading-indentation]
        puts("close the door");
        puts("and start the engine");  //~[clang] warning: [-Wmisleading-indentation]
    return 0;
}

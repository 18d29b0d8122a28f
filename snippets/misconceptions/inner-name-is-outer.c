//@ do: run
//@ options: -Wall -Wextra -Wshadow -pedantic
//@ output: inside 2, outside 0
#include <stdio.h>

int main(void)
{
    int found = 0;

    if (found == 0) {
        int found = 2;  //~[gcc] warning: [-Wshadow]
        //~[clang] warning: [-Wshadow]
        printf("inside %d", found);
    }
    printf(", outside %d\n", found);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 2 1 0 4294967295
#include <stdio.h>

int main(void)
{
    int rounds = 0;

    for (unsigned i = 2; i >= 0; i--) {  //~[gcc] warning: [-Wtype-limits]
        printf("%u%s", i, rounds == 3 ? "\n" : " ");
        if (++rounds == 4)
            break;
    }
    return 0;
}

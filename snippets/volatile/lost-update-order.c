//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
//@ levels: -O0 -O2
//@ output: 5 and two increments: 6
#include <stdio.h>

//@ section: order
static volatile int counter = 5;

static void round_of_both(void)
{
    int first, second;  // a register of each thread

    //@ moment: begins
    first = counter;      // the first thread loads
    //@ moment: first-loaded
    second = counter;     // the second thread loads
    //@ moment: both-loaded
    first = first + 1;    // the first adds
    //@ moment: first-added
    counter = first;      // the first stores
    //@ moment: first-stored
    second = second + 1;  // the second adds
    //@ moment: second-added
    counter = second;     // the second stores
    //@ moment: both-stored
    printf("5 and two increments: %d\n", counter);
}
//@ end

int main(void)
{
    round_of_both();
    return 0;
}

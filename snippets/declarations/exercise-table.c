//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ stdin: 1 7 2
//@ output: 0
#include <stdio.h>

static int add(int a, int b) { return a + b; }
static int subtract(int a, int b) { return a - b; }
static int multiply(int a, int b) { return a * b; }

// The table belongs here.

int main(void)
{
    unsigned which;
    int a, b;

    if (scanf("%u %d %d", &which, &a, &b) != 3) {
        return 1;
    }
    // Call the function from the table, and print what it returns.
    printf("%d\n", 0);
    return 0;
}

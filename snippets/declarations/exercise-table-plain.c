//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra -pedantic
//@ stdin: 1 7 2
//@ output: 5
#include <stdio.h>

static int add(int a, int b) { return a + b; }
static int subtract(int a, int b) { return a - b; }
static int multiply(int a, int b) { return a * b; }

static int (*table[3])(int, int) = {add, subtract, multiply};

int main(void)
{
    unsigned which;
    int a, b;

    if (scanf("%u %d %d", &which, &a, &b) != 3) {
        return 1;
    }
    if (which < sizeof table / sizeof table[0]) {
        printf("%d\n", table[which](a, b));
    } else {
        puts("no such function");
    }
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| 10 ints
//| 4 ints
#include <stdio.h>

static void show(int (*a)[10])
{
    //@ moment: inside
    printf("%zu ints\n", sizeof *a / sizeof (*a)[0]);
}

static void show_any(size_t n, int (*a)[n])
{
    printf("%zu ints\n", sizeof *a / sizeof (*a)[0]);
}

int main(void)
{
    int ten[10] = {0};
    int four[4] = {0};

    show(&ten);
    show_any(4, &four);
    return 0;
}

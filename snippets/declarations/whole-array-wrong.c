//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
void as_pointer(int *a);
void as_any(int n, int (*a)[n]);
void as_whole(int (*a)[10]);
void at_least(int a[static 10]);

void call(void)
{
    int four[4] = {0};

    as_pointer(four);
    as_any(10, &four);
    as_whole(&four);
    //~ warning: [-Wincompatible-pointer-types]
    at_least(four);
    //~[gcc] warning: [-Wstringop-overflow=]
    //~[clang*] warning: array argument is too small
}

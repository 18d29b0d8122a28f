//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ exit[gcc]: SIGILL
//@ output[gcc]:
//@ output[clang]: A
#include <stdarg.h>
#include <stdio.h>

static void show(int count, ...)
{
    va_list list;

    va_start(list, count);
    putchar(va_arg(list, char));  //~[gcc] warning: 'char' is promoted to 'int' when passed through '...'
    //~[clang] warning: [-Wvarargs]
    putchar('\n');
    va_end(list);
}

int main(void)
{
    show(1, 'A');
    return 0;
}

//@ do: link
//@ browser: no wants a library that WebAssembly has no separate file for
//@ options: -Wall -Wextra -pedantic
//@ diagnostic: error: undefined reference to `cos'
#include <math.h>

int main(int argc, char **argv)
{
    (void)argv;
    return cos(argc) > 0;
}

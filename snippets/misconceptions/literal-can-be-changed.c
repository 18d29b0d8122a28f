//@ do: run
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ browser: differs WebAssembly has no memory that can only be read, so the write goes through
//@ output: before the write
//@ exit: SIGSEGV
#include <stdio.h>

char *word = "hello";

int main(void)
{
    puts("before the write");
    fflush(stdout);
    word[0] = 'H';
    puts(word);
    return 0;
}

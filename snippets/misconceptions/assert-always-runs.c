//@ do: run
//@ options: -Wall -Wextra -pedantic -DNDEBUG
//@ output: 0 bytes written
#include <assert.h>
#include <stdio.h>

static int written;

int main(void)
{
    assert((written = 12) > 0);
    printf("%d bytes written\n", written);
    return 0;
}

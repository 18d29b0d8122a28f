#include <stdio.h>
#include <unistd.h>

int main(void)
{
    write(1, "one\n", 4);
    puts("two");
    fflush(stdout);
    write(1, "three\n", 6);
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| the array takes 6 bytes and starts at its own address: 1
//| the pointer takes a pointer's bytes, elsewhere: 1
#include <stdio.h>

int main(void)
{
    char a[] = "hello";
    char *p = a;

    printf("the array takes %zu bytes and starts at its own address: %d\n",
           sizeof a, (void *)&a == (void *)a);
    printf("the pointer takes a pointer's bytes, elsewhere: %d\n",
           sizeof p == sizeof(char *) && (void *)&p != (void *)p);
    return 0;
}

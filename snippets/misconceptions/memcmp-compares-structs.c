//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: members equal: 1, bytes equal: 0
#include <stdio.h>
#include <string.h>

struct item {
    char kind;
    int price;
};

int main(void)
{
    struct item a, b;

    memset(&a, 0x00, sizeof a);
    memset(&b, 0xff, sizeof b);
    a.kind = b.kind = 'x';
    a.price = b.price = 5;
    printf("members equal: %d, bytes equal: %d\n",
           a.kind == b.kind && a.price == b.price, memcmp(&a, &b, sizeof a) == 0);
    return 0;
}

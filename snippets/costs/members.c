//@ do: run
//@ std: c17
//@ options: -Wall -Wextra -Wpadded
//@ output:
//| order: 32 bytes
//| sorted: 16 bytes
#include <stdio.h>

//@ section: members
struct order {  //~[clang] warning: [-Wpadded]
    char kind;
    double price;  //~ warning: [-Wpadded]
    short qty;
    int customer;  //~ warning: [-Wpadded]
    char urgent;
};  //~[gcc] warning: [-Wpadded]

struct sorted {
    double price;
    int customer;
    short qty;
    char kind;
    char urgent;
};
//@ end

int main(void)
{
    printf("order: %zu bytes\n", sizeof(struct order));
    printf("sorted: %zu bytes\n", sizeof(struct sorted));
    return 0;
}

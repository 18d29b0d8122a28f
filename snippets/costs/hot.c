//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| one array of structures:   1000 misses
//| the prices by themselves:  125 misses
#include <stdio.h>
#include "cache.h"

//@ section: hot
enum { MANY = 1000 };

struct order {
    double price;
    char address[56];
};
_Alignas(4096) static struct order orders[MANY];

// Price i and address i are one order.
_Alignas(4096) static double prices[MANY];
static char addresses[MANY][56];

static double together(void)
{
    double sum = 0;
    for (int i = 0; i < MANY; i++) {
        use(&orders[i].price);
        sum += orders[i].price;
    }
    return sum;
}

static double apart(void)
{
    double sum = 0;
    for (int i = 0; i < MANY; i++) {
        use(&prices[i]);
        sum += prices[i];
    }
    return sum;
}
//@ end

int main(void)
{
    double sum = together();
    printf("one array of structures:   %ld misses\n", counted());
    sum -= apart();
    printf("the prices by themselves:  %ld misses\n", counted());
    return sum != addresses[0][0];
}

//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| array:              sum 134209536, 2048 misses
//| list, in order:     sum 134209536, 4096 misses
//| list, out of order: sum 134209536, 14890 misses
#include <stdio.h>
#include "cache.h"

//@ section: steps
enum { MANY = 16384 };

struct node {
    struct node *next;
    long long value;
};

_Alignas(4096) static long long array[MANY];
_Alignas(4096) static struct node nodes[MANY];

static long long by_index(void)
{
    long long sum = 0;
    for (int i = 0; i < MANY; i++) {
        use(&array[i]);
        sum += array[i];
    }
    return sum;
}

static long long by_link(const struct node *list)
{
    long long sum = 0;
    for (; list; list = list->next) {
        use(list);
        sum += list->value;
    }
    return sum;
}

// Links all nodes, in the order that the array `order` says.
static struct node *linked(const int *order)
{
    for (int i = 0; i < MANY; i++) {
        nodes[order[i]].value = array[i];
        nodes[order[i]].next = i + 1 < MANY ? &nodes[order[i + 1]] : NULL;
    }
    return &nodes[order[0]];
}
//@ end

// The same shuffle on every machine.
static void shuffle(int *order)
{
    uint32_t random = 1;
    for (int i = MANY - 1; i > 0; i--) {
        random = random * 1664525u + 1013904223u;
        int other = (int)((random >> 8) % (uint32_t)(i + 1));
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
}

int main(void)
{
    static int order[MANY];
    for (int i = 0; i < MANY; i++)
        array[i] = order[i] = i;

    long long sum = by_index();
    printf("array:              sum %lld, %ld misses\n", sum, counted());
    sum = by_link(linked(order));
    printf("list, in order:     sum %lld, %ld misses\n", sum, counted());
    shuffle(order);
    sum = by_link(linked(order));
    printf("list, out of order: sum %lld, %ld misses\n", sum, counted());
    return 0;
}

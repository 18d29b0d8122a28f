//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ valgrind: all-freed no-errors
//@ output: soap: 3 comparisons
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHAINS = 2 };
struct item { char name[8]; struct item *next; };

//@ section: find
static int compared;

static struct item **find(struct item **table, const char *name)
{
    unsigned hash = 5381;
    for (const char *c = name; *c; c++)
        hash = hash * 33 + (unsigned char)*c;

    struct item **at = &table[hash % CHAINS];
    while (*at && (compared++, strcmp((*at)->name, name) != 0))
        at = &(*at)->next;
    return at;
}
//@ end

static void add(struct item **table, const char *name)
{
    struct item *made = calloc(1, sizeof *made);

    if (!made)
        abort();
    strcpy(made->name, name);
    *find(table, name) = made;
}

int main(void)
{
    struct item *table[CHAINS] = {NULL, NULL};

    add(table, "tea");
    add(table, "milk");
    add(table, "rice");
    add(table, "soap");
    compared = 0;
    //@ moment: full
    if (*find(table, "soap"))
        printf("soap: %d comparisons\n", compared);
    for (int i = 0; i < CHAINS; i++)
        for (struct item *item = table[i], *next; item; item = next) {
            next = item->next;
            free(item);
        }
}

//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ valgrind: all-freed no-errors
//@ output:
//| Ada
//| GRACE
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct names {
    int count;
    char *name[4];
};

//@ section: contract
// Puts a copy of a name at the end. The argument stays yours.
static void names_add(struct names *list, const char *name)
{
    list->name[list->count++] = strdup(name);
}

// Returns a name that belongs to the list. Look at it, until the
// list changes.
static const char *names_get(const struct names *list, int i)
{
    return list->name[i];
}

// Returns a copy of a name. It is yours: free() it.
static char *names_copy(const struct names *list, int i)
{
    return strdup(list->name[i]);
}

// Frees everything that the list owns, and leaves it empty.
static void names_clear(struct names *list)
{
    for (int i = 0; i < list->count; i++)
        free(list->name[i]);
    *list = (struct names){0};
}
//@ end

int main(void)
{
    //@ section: use
    struct names list = {0};

    names_add(&list, "Ada");
    names_add(&list, "Grace");

    char *loud = names_copy(&list, 1);
    for (char *c = loud; *c; c++)
        *c = toupper((unsigned char)*c);
    //@ moment: owned
    printf("%s\n%s\n", names_get(&list, 0), loud);

    free(loud);
    names_clear(&list);
    names_clear(&list);
    //@ end
    return 0;
}

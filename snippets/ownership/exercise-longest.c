//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: heap-use-after-free
//@ browser: differs AddressSanitizer isn't there to stop it, but Step names the mistake
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct names {
    int count;
    char *name[4];
};

static void names_add(struct names *list, const char *name)
{
    list->name[list->count++] = strdup(name);
}

static void names_clear(struct names *list)
{
    for (int i = 0; i < list->count; i++)
        free(list->name[i]);
    list->count = 0;
}

// Returns the longest name. It is the caller's: free() it.
char *names_longest(const struct names *list)
{
    char *longest = list->name[0];

    for (int i = 1; i < list->count; i++)
        if (strlen(list->name[i]) > strlen(longest))
            longest = list->name[i];
    return longest;
}

int main(void)
{
    struct names list = {0};

    names_add(&list, "Ada");
    names_add(&list, "Grace");
    names_add(&list, "Joan");

    char *longest = names_longest(&list);
    names_clear(&list);
    printf("%s\n", longest);
    free(longest);
    return 0;
}

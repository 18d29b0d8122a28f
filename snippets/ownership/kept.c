//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ clang-tidy: clang-analyzer-unix.Malloc
//@ valgrind: all-freed no-errors
//@ output: 8 letters
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: library
struct names {
    int count;
    char *name[4];
};

// Puts a copy of a name at the end of the list.
static void names_add(struct names *list, const char *name)
{
    list->name[list->count++] = strdup(name);
}

//@ section: get
// Returns a name.
static char *names_get(const struct names *list, int i)
{
    return list->name[i];
}
//@ end

// Frees the names.
static void names_free(struct names *list)
{
    for (int i = 0; i < list->count; i++)
        free(list->name[i]);
}
//@ end

//@ section: use
static size_t letters(const struct names *list)
{
    size_t sum = 0;

    for (int i = 0; i < list->count; i++) {
        char *name = names_get(list, i);
        sum += strlen(name);
    }
    return sum;
}
//@ end

int main(void)
{
    struct names list = {0};

    names_add(&list, "Ada");
    names_add(&list, "Grace");
    printf("%zu letters\n", letters(&list));
    names_free(&list);
    return 0;
}

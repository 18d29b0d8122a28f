//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ options[gcc]: -fanalyzer
//@ clang-tidy: clang-analyzer-unix.Malloc
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: attempting double-free
//@ browser: differs AddressSanitizer isn't there to stop it, but Step names the mistake
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
        free(list->name[i]);  //~[clang-tidy] warning: Attempt to free released memory [clang-analyzer-unix.Malloc]
}
//@ end

//@ section: use
static size_t letters(const struct names *list)
{
    size_t sum = 0;

    for (int i = 0; i < list->count; i++) {
        char *name = names_get(list, i);
        //@ moment: got
        sum += strlen(name);
        free(name);
    }
    //@ moment: freed
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

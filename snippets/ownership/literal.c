//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ clang-tidy: clang-analyzer-unix.Malloc
//@ exit: SIGABRT
//@ stderr-contains: free\(\): invalid
//@ browser: differs free does not check the address there, but Step names the mistake
#include <stdlib.h>
#include <string.h>

//@ section: literal
struct names {
    int count;
    char *name[4];
};

// Puts a name at the end of the list.
static void names_add(struct names *list, char *name)
{
    list->name[list->count++] = name;
}

static void names_free(struct names *list)
{
    for (int i = 0; i < list->count; i++)
        free(list->name[i]);  //~[clang-tidy] warning: not memory allocated by malloc()
}

int main(void)
{
    struct names list = {0};

    names_add(&list, strdup("Ada"));
    names_add(&list, "Grace");
    //@ moment: added
    names_free(&list);
    return 0;
}
//@ end

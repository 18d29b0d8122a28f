#include <stdlib.h>
#include "internal.h"

struct names {
    int count;
    char **name;
};

struct names *names_new(void)
{
    return calloc(1, sizeof(struct names));
}

void names_add(struct names *list, const char *title,
               const char *name)
{
    list->name = list_grow(list->name, list->count + 1);
    list->name[list->count++] = title ? text_join(title, name)
                                      : text_copy(name);
}

void names_destroy(struct names *list)
{
    for (int i = 0; i < list->count; i++)
        free(list->name[i]);
    free(list->name);
    free(list);
}

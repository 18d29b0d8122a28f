//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ output: disposed of twice
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct info {
    char *name;
    int disks;
};

//@ section: dispose
static void info_dispose(struct info *info)
{
    free(info->name);
    *info = (struct info){0};
}

int main(void)
{
    struct info info = {strdup("web"), 2};

    info_dispose(&info);
    info_dispose(&info);
    puts("disposed of twice");
    return 0;
}
//@ end

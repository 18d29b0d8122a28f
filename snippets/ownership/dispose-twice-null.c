//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: attempting double-free
//@ browser: differs AddressSanitizer isn't there to stop it, but Step names the mistake
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
    info = NULL;
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

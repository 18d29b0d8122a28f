#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

int main(int argc, char **argv)
{
    const gsize tebibyte = (gsize)1 << 40;
    struct rlimit limit = {256 << 20, 256 << 20};

    if (argc < 2 || setrlimit(RLIMIT_AS, &limit) != 0)
        return 1;
    if (strcmp(argv[1], "try") == 0) {
        gpointer block = g_try_malloc(tebibyte);
        printf("g_try_malloc: %s\n", block ? "a block" : "NULL");
        g_free(block);
    } else {
        g_free(g_malloc(tebibyte));
    }
    puts("the program goes on");
    return 0;
}

#include "threads.h"
#include <glib.h>
#include <stdio.h>

int main(void)
{
    char *word = g_strdup("threads");

    printf("%s %d\n", word, threads());
    g_free(word);
}

#include "threads.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *word = strdup("threads");

    if (word)
        printf("%s %d\n", word, threads());
    free(word);
}

//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ stdin: one two three four
//@ valgrind: all-freed no-errors
//@ output: three
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void free_text(char **at)
{
    free(*at);
}

#define auto_text __attribute__((cleanup(free_text))) char *

static char *read_word(void)
{
    char buffer[32];

    if (scanf("%31s", buffer) != 1)
        return NULL;
    char *word = malloc(strlen(buffer) + 1);
    return word ? strcpy(word, buffer) : NULL;
}

//@ section: keep
static char *steal(char **from)
{
    char *stolen = *from;

    *from = NULL;
    return stolen;
}

// Returns the first word of at least that many letters, or a null
// pointer. The caller frees it.
static char *first_long(size_t letters)
{
    for (;;) {
        auto_text word = read_word();

        if (!word)
            return NULL;
        if (strlen(word) >= letters)
            return steal(&word);
    }
}
//@ end

int main(void)
{
    auto_text word = first_long(5);

    puts(word ? word : "none");
    return 0;
}

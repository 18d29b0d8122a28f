//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra
//@ stdin: tea and milk
//@ output: 12 tea and milk
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: text
struct text { size_t used, room; char *bytes; };

// Puts a string at the end of the text, which makes room for it.
static void text_append(struct text *text, const char *more)
{
    size_t length = strlen(more);

    while (text->room - text->used < length) {
        text->room = text->room ? text->room * 2 : 16;
        text->bytes = realloc(text->bytes, text->room);
        if (!text->bytes)
            abort();
    }
    memcpy(text->bytes + text->used, more, length + 1);
    text->used += length;
}
//@ end

int main(void)
{
    struct text line = {0, 0, NULL};
    char word[100];

    while (scanf("%99s", word) == 1) {
        if (line.used > 0)
            text_append(&line, " ");
        text_append(&line, word);
    }
    if (line.used > 0)
        printf("%zu %s\n", line.used, line.bytes);
    free(line.bytes);
    return 0;
}

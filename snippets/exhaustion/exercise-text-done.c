//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra
//@ stdin: 0
//@ output:
//| one
//| two
//| three
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int asked, refuse;

static void *ask(size_t size)
{
    return ++asked == refuse ? NULL : malloc(size);
}

struct text { int count; char **lines; };

static char *copy(const char *line)
{
    char *made = ask(strlen(line) + 1);

    return made ? strcpy(made, line) : NULL;
}

static void text_free(struct text *text)
{
    for (int i = 0; i < text->count; i++)
        free(text->lines[i]);
    free(text->lines);
    free(text);
}

//@ section: new
// Returns a copy of the lines, or a null pointer if there is not
// enough memory for all of it.
static struct text *text_new(const char *const *lines, int count)
{
    struct text *text = ask(sizeof *text);
    if (!text)
        return NULL;

    text->count = 0;
    text->lines = ask(sizeof *text->lines * (size_t)count);
    if (!text->lines)
        goto error;
    while (text->count < count) {
        text->lines[text->count] = copy(lines[text->count]);
        if (!text->lines[text->count])
            goto error;
        text->count++;
    }
    return text;

error:
    text_free(text);
    return NULL;
}
//@ end

int main(void)
{
    static const char *const lines[] = {"one", "two", "three"};

    if (scanf("%d", &refuse) != 1)
        return 1;
    struct text *text = text_new(lines, 3);
    if (!text) {
        puts("out of memory");
        return 0;
    }
    for (int i = 0; i < text->count; i++)
        puts(text->lines[i]);
    text_free(text);
    return 0;
}

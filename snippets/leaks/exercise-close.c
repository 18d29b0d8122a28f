//@ do: run
//@ options: -Wall -Wextra
//@ stdin: 12,34
//@ output:
//| 12 and 34
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pair {
    char *left, *right;
};

static char *copied(const char *from, const char *to)
{
    size_t length = (size_t)(to - from);
    char *copy = malloc(length + 1);

    if (copy) {
        memcpy(copy, from, length);
        copy[length] = '\0';
    }
    return copy;
}

static struct pair *split(const char *text)
{
    struct pair *made = malloc(sizeof *made);
    const char *comma = strchr(text, ',');

    if (!made) return NULL;
    made->left = copied(text, comma ? comma : text);
    if (!comma) return NULL;
    made->right = copied(comma + 1, text + strlen(text));
    return made;
}

static void discard(struct pair *pair)
{
    free(pair);
}

int main(void)
{
    char line[32];
    struct pair *pair;

    if (!fgets(line, sizeof line, stdin)) return 1;
    line[strcspn(line, "\n")] = '\0';
    pair = split(line);
    if (!pair) {
        puts("no comma");
        return 0;
    }
    printf("%s and %s\n", pair->left, pair->right);
    discard(pair);
    return 0;
}

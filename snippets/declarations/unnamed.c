//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| declarators 2403
//| place found 2403
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

//@ section: place
// Where a name was taken out of a declarator: at its end, or
// directly before the first ) or [ or parameter list.
static const char *place(const char *type)
{
    for (; *type != '\0'; type++) {
        if (*type == ')' || *type == '[') {
            break;
        }
        if (*type == '(' && (type[1] == ')' || isalpha(type[1]))) {
            break;
        }
    }
    return type;
}
//@ end

// The same declarators as in exhaust.c: stars on the left of the
// name, suffixes on its right, up to three levels (two pairs of
// parentheses).
static const char *const stars[] = {"", "*", "**"};
static const char *const suffixes[] = {
    "", "[2]", "(int)", "[2][3]", "[2](int)", "(int)[2]", "(int)(int)",
    "[2][3][4]"
};
enum { STARS = 3, SUFFIXES = 8, CHOICES = STARS * SUFFIXES };

// `text` is a declarator, `reading` what it says from the inside out.
struct declarator {
    char text[80];
    char reading[40];
};

static void wrap(struct declarator *d, bool inside, int choice)
{
    const char *left = stars[choice % STARS];
    const char *right = suffixes[choice / STARS];
    char inner[80];

    strcpy(inner, d->text);
    sprintf(d->text, inside ? "%s(%s)%s" : "%s%s%s", left, inner, right);
    for (const char *c = right; *c != '\0'; c++) {
        if (*c == '[' || *c == '(') {
            strncat(d->reading, c, 1);
        }
    }
    strcat(d->reading, left);
}

static bool is_legal(const char *reading)
{
    return strstr(reading, "((") == NULL    // returning a function
        && strstr(reading, "([") == NULL    // returning an array
        && strstr(reading, "[(") == NULL;   // array of functions
}

int main(void)
{
    int declarators = 0, found = 0;

    for (int n = 0; n < CHOICES * CHOICES * CHOICES; n++) {
        int choices[] = {n % CHOICES, n / CHOICES % CHOICES,
                         n / CHOICES / CHOICES};
        struct declarator d = {"x", ""};

        // Levels are filled from the inside: no gaps.
        if ((!choices[0] && choices[1]) || (!choices[1] && choices[2])) {
            continue;
        }
        for (int i = 0; i < 3 && (i == 0 || choices[i]); i++) {
            wrap(&d, i > 0, choices[i]);
        }
        if (!is_legal(d.reading)) {
            continue;
        }
        char *name = strchr(d.text, 'x');
        memmove(name, name + 1, strlen(name));
        declarators++;
        found += place(d.text) == name;
    }
    printf("declarators %d\n", declarators);
    printf("place found %d\n", found);
    return 0;
}

//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| legal       2403
//| misread     1608
//| predicted   1608
//| exceptions     0
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

// What is between one pair of parentheses:
// stars on the left of the name, suffixes on its right.
struct level {
    int stars;
    const char *suffixes;
};

// Of three suffixes only [][][] is legal.
static const char *const suffixes[] = {
    "", "[", "(", "[[", "[(", "([", "((", "[[["
};
enum { SUFFIXES = 8, STARS = 3, CHOICES = SUFFIXES * STARS };

static void by_grammar(char *out, struct level l)
{
    strcat(out, l.suffixes);
    while (l.stars-- > 0)
        strcat(out, "*");
}

static void by_spiral(char *out, struct level l)
{
    while (*l.suffixes != '\0' || l.stars > 0) {
        if (*l.suffixes != '\0')
            strncat(out, l.suffixes++, 1);
        if (l.stars-- > 0)
            strcat(out, "*");
    }
}

static bool is_empty(struct level l)
{
    return l.stars == 0 && *l.suffixes == '\0';
}

static bool has_star_beside_two_suffixes(struct level l)
{
    return l.stars > 0 && strlen(l.suffixes) > 1;
}

static bool is_legal(const char *reading)
{
    return strstr(reading, "((") == NULL    // returning a function
        && strstr(reading, "([") == NULL    // returning an array
        && strstr(reading, "[(") == NULL;   // array of functions
}

static int legal, misread, predicted, exceptions;

static void judge(const struct level levels[3])
{
    char grammar[32] = "", spiral[32] = "";
    bool expected = false;

    for (int i = 0; i < 3; i++) {
        by_grammar(grammar, levels[i]);
        by_spiral(spiral, levels[i]);
        expected = expected || has_star_beside_two_suffixes(levels[i]);
    }
    if (!is_legal(grammar))
        return;
    bool wrong = strcmp(grammar, spiral) != 0;
    legal++;
    misread += wrong;
    predicted += expected;
    exceptions += wrong != expected;
}

int main(void)
{
    for (int n = 0; n < CHOICES * CHOICES * CHOICES; n++) {
        struct level levels[3];
        for (int i = 0, rest = n; i < 3; i++, rest /= CHOICES) {
            levels[i].stars = rest % STARS;
            levels[i].suffixes = suffixes[rest % CHOICES / STARS];
        }
        // Levels are filled from the inside: no gaps.
        if (is_empty(levels[0]) && !is_empty(levels[1]))
            continue;
        if (is_empty(levels[1]) && !is_empty(levels[2]))
            continue;
        judge(levels);
    }
    printf("legal      %5d\n", legal);
    printf("misread    %5d\n", misread);
    printf("predicted  %5d\n", predicted);
    printf("exceptions %5d\n", exceptions);
    return 0;
}

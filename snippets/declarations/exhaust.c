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

// What stands between one pair of parentheses: stars on the left, suffixes on the right.
struct level {
    int stars;
    const char *suffixes;
};

// The pairs with a '(' turn out to be forbidden; of three suffixes only [][][] is not.
static const char *const suffixes[] = {"", "[", "(", "[[", "[(", "([", "((", "[[["};
enum { SUFFIXES = sizeof suffixes / sizeof suffixes[0], STARS = 3, LEVELS = 3 };

static char *by_grammar(char *out, struct level level)
{
    for (const char *s = level.suffixes; *s != '\0'; s++)
        *out++ = *s;
    for (int stars = level.stars; stars > 0; stars--)
        *out++ = '*';
    return out;
}

static char *by_spiral(char *out, struct level level)
{
    const char *s = level.suffixes;
    for (int stars = level.stars; *s != '\0' || stars > 0; stars--) {
        if (*s != '\0')
            *out++ = *s++;
        if (stars > 0)
            *out++ = '*';
    }
    return out;
}

static bool legal(const char *reading)
{
    return !strstr(reading, "((") && !strstr(reading, "([") && !strstr(reading, "[(");
}

int main(void)
{
    int all = 0, misread = 0, predicted = 0, exceptions = 0;
    const int choices = SUFFIXES * STARS;

    for (int i = 0; i < choices * choices * choices; i++) {
        char grammar[32] = "", spiral[32] = "";
        char *g = grammar, *s = spiral;
        bool adjacent = false, ended = false, gap = false;
        for (int rest = i, n = 0; n < LEVELS; n++, rest /= choices) {
            struct level level = {rest % STARS, suffixes[rest % choices / STARS]};
            bool empty = level.stars == 0 && *level.suffixes == '\0';
            gap = gap || (ended && !empty);
            ended = ended || empty;
            g = by_grammar(g, level);
            s = by_spiral(s, level);
            adjacent = adjacent || (level.stars > 0 && strlen(level.suffixes) > 1);
        }
        if (gap || !legal(grammar))
            continue;
        bool wrong = strcmp(grammar, spiral) != 0;
        all++;
        misread += wrong;
        predicted += adjacent;
        exceptions += wrong != adjacent;
    }
    printf("legal      %5d\n", all);
    printf("misread    %5d\n", misread);
    printf("predicted  %5d\n", predicted);
    printf("exceptions %5d\n", exceptions);
    return 0;
}

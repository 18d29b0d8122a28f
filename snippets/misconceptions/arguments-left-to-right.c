//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: right left
//@ output[clang]: left right
#include <stdio.h>

static const char *separator = " ";

static int say(const char *word)
{
    printf("%s%s", word, separator);
    separator = "\n";
    return 0;
}

static void take(int a, int b)
{
    (void)a, (void)b;
}

int main(void)
{
    take(say("left"), say("right"));
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: one, then nothing: "two three" was lost
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stdio.h>
#include <string.h>

static void handle(int number)
{
    char other[] = "reload";
    strtok(other, " ");
    strtok(NULL, " ");
    (void)number;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handle};
    char words[] = "one two three";

    sigaction(SIGUSR1, &action, NULL);
    char *first = strtok(words, " ");
    raise(SIGUSR1);
    char *second = strtok(NULL, " ");
    printf("%s, then %s\n", first, second ? second : "nothing: \"two three\" was lost");
    return 0;
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 's' 'p' 'r' 'i', and no null character
#include <stdio.h>
#include <string.h>

int main(void)
{
    char word[4];

    strncpy(word, "spring", sizeof word);  //~[gcc] warning: [-Wstringop-truncation]
    printf("'%c' '%c' '%c' '%c', and %s null character\n", word[0], word[1], word[2], word[3],
           memchr(word, '\0', sizeof word) ? "a" : "no");
    return 0;
}

// printf reads on, since nothing ends the string.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void)
{
    char *word = malloc(4);
    memcpy(word, "four", 4);
    printf("%s\n", word); //! block end
    free(word);
    return 0;
}

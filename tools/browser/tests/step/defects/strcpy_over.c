#include <stdlib.h>
#include <string.h>
int main(void)
{
    const char *word = "four";
    char *copy = malloc(strlen(word));
    strcpy(copy, word); //! block end
    free(copy);
    return 0;
}

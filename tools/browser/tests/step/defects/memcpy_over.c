#include <stdlib.h>
#include <string.h>
int main(void)
{
    char from[16] = "", *to = malloc(8);
    memcpy(to, from, sizeof from); //! block end
    free(to);
    return 0;
}

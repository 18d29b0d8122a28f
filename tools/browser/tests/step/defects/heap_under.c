#include <stdlib.h>
int main(void)
{
    char *p = malloc(8);
    p[0] = 'a';
    p[-1] = 'b'; //! block end
    free(p);
    return 0;
}

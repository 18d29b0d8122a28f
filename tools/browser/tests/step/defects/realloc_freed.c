#include <stdlib.h>
int main(void)
{
    char *p = malloc(10);
    free(p);
    p = realloc(p, 20); //! double free
    free(p);
    return 0;
}

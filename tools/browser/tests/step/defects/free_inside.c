#include <stdlib.h>
int main(void)
{
    char *p = malloc(10); //! leak
    p++;
    free(p); //! inside free
    return 0;
}

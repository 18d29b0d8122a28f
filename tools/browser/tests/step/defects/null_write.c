#include <stdlib.h>
int main(void)
{
    int *p = malloc(0x7fffffff);
    *p = 1; //! null
    return 0;
}

// Not told: at the end a variable still leads to the block.
#include <stdlib.h>
static char *kept;
int main(void)
{
    kept = malloc(10);
    return kept == NULL;
}

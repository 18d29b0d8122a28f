#include <stdlib.h>

static char nothing[16];

//@ section: defect
static void done(char *text)
{
#ifdef REPAIRED
    if (text == nothing) return;
#endif
    free(text);  // might be the array
}
//@ end

int main(void)
{
    done(nothing);
    return 0;
}

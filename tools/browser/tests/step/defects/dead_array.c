#include <stdio.h>
static char *name(int n)
{
    char text[16];
    snprintf(text, sizeof text, "name-%d", n);
    char *p = text;
    return p;
}
int main(void)
{
    char *p = name(4);
    return p[0] == 'q'; //! dead
}

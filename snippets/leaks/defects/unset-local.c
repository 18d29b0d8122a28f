#include <stdio.h>

//@ section: defect
static int parse(const char *text)
{
#ifdef REPAIRED
    int number = 0;
#else
    int number;
#endif

    sscanf(text, "%d", &number);  // no digit: nothing is stored
    return number > 0 ? 1 : 0;
}
//@ end

int main(void)
{
    return parse("none") > 1;
}

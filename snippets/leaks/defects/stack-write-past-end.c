#include <stdio.h>

//@ section: defect
static void show(unsigned long long bits)
{
#ifdef REPAIRED
    char text[65];
#else
    char text[33];
#endif
    int count = 0;

    for (; bits; bits >>= 1) text[count++] = bits & 1 ? '1' : '0';
    text[count] = '\0';
    puts(text);
}
//@ end

int main(int argc, char *argv[])
{
    (void)argv;
    show(argc > 0 ? ~0ull : 0);
    return 0;
}

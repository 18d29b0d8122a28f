#include <string.h>

//@ section: defect
static int name_length(int known)
{
    const char *name = "nobody";
#ifdef REPAIRED
    char text[16];
#endif

    if (known) {
#ifndef REPAIRED
        char text[16];
#endif
        strcpy(text, "somebody");
        name = text;
    }
    return (int)strlen(name);
}
//@ end

int main(int argc, char *argv[])
{
    (void)argv;
    return name_length(argc) < 0;
}

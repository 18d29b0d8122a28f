#include <string.h>

//@ section: defect
static void drop_first(char *text, size_t length)
{
#ifdef REPAIRED
    memmove(text, text + 1, length);
#else
    memcpy(text, text + 1, length);
#endif
}
//@ end

int main(int argc, char *argv[])
{
    char text[] = "xabcdefghijklmnopqrstuvwxyz";

    (void)argv;
    drop_first(text, sizeof text - (argc > 0 ? 1 : 2));
    return text[0] == '?';
}

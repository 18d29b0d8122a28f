#include <stdio.h>

//@ section: defect
static int note(const char *path)
{
    FILE *file = fopen(path, "w");

    if (!file) return -1;
#ifdef REPAIRED
    return fclose(file);
#else
    return 0;
#endif
}
//@ end

int main(void)
{
    return note("notes") + note("notes");
}

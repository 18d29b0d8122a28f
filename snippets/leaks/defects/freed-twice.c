#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct holder {
    char *text;
};

//@ section: defect
static void release(struct holder *holder)
{
    free(holder->text);
#ifdef REPAIRED
    holder->text = NULL;
#endif
}
//@ end

int main(void)
{
    struct holder holder = {malloc(16)};

    if (!holder.text) return 1;
    strcpy(holder.text, "text");
    puts(holder.text);
    release(&holder);
    release(&holder);
    return 0;
}

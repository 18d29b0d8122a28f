// A struct is copied with the pointer in it, and each of the two frees what it leads to.
#include <stdlib.h>
#include <string.h>

struct text {
    char *letters;
    size_t length;
};

static void clear(struct text *text)
{
    free(text->letters);
    text->letters = NULL;
    text->length = 0;
}

int main(void)
{
    struct text first = {malloc(4), 3};
    memcpy(first.letters, "abc", 4);
    struct text second = first; //@ moment: copied
    clear(&first); //@ moment: cleared
    clear(&second);
    return 0;
}

// A string turned around in its place, from both ends.
#include <string.h>

static void turn(char *text)
{
    char *left = text, *right = text + strlen(text);
    while (left < right) {
        char kept = *left;
        *left++ = *--right; //@ moment: kept
        *right = kept; //@ moment: half
    }
}

int main(void)
{
    char word[8] = "stone";
    turn(word);
    //@ moment: after
    return strcmp(word, "enots");
}

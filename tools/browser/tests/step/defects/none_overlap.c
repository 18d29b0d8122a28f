// Not found: memcpy may not be given parts that overlap, but every byte is there.
#include <string.h>
int main(void)
{
    char text[8] = "abcdef";
    memcpy(text + 1, text, 4);
    return 0;
}

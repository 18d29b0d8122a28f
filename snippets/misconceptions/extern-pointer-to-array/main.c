#include <stdio.h>
#include <string.h>

extern char *text;

int main(void)
{
    char bytes[sizeof text];

    memcpy(bytes, &text, sizeof text);
    printf("the pointer is made of the letters '%.*s'\n", (int)sizeof bytes, bytes);
    return 0;
}

// Strings: arrays of them, copies, and where they end.
#include <stdio.h>
#include <string.h>

int main(void)
{
    char name[8] = "Ada";
    char copy[8];
    char raw[3] = {'a', 'b', 'c'};
    const char *literal = "Ada";
    char *p = name; //@ moment: declared
    strcpy(copy, name);
    strcat(copy, "!"); //@ moment: copied
    name[0] = 'a';     //@ moment: changed
    while (*p)
        p++;
    //@ moment: walked
    snprintf(copy, sizeof copy, "%s-%d", raw[0] == 'a' ? "x" : literal, 42);
    return strlen(copy) == 4 ? 0 : 1; //@ moment: printed
}

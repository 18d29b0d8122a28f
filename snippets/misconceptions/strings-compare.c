//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| == says different
//| strcmp says the same
#include <stdio.h>
#include <string.h>

int main(void)
{
    char answer[] = "yes";

    int same = answer == "yes";  //~[gcc] warning: [-Waddress]
    //~[clang] warning: [-Wstring-compare]
    printf("== says %s\n", same ? "the same" : "different");
    printf("strcmp says %s\n", strcmp(answer, "yes") == 0 ? "the same" : "different");
    return 0;
}

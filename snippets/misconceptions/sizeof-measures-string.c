//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| the array: sizeof 20, strlen 2
//| the pointer: sizeof is a pointer's, 1, strlen 8
#include <stdio.h>
#include <string.h>

int main(void)
{
    char array[20] = "hi";
    const char *pointer = "a string";

    printf("the array: sizeof %zu, strlen %zu\n", sizeof array, strlen(array));
    printf("the pointer: sizeof is a pointer's, %d, strlen %zu\n",
           sizeof pointer == sizeof(char *), strlen(pointer));
    return 0;
}

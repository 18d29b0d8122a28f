//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: original: Bob, 30
#include <stdio.h>

struct person {
    char *name;
    int age;
};

int main(void)
{
    char name[] = "Rob";
    struct person original = {name, 30};
    struct person copy = original;

    copy.age = 31;
    copy.name[0] = 'B';
    //@ moment: copied
    printf("original: %s, %d\n", original.name, original.age);
    return 0;
}

// Pointers to functions, in variables, in a table, as an argument.
#include <stdio.h>
#include <stdlib.h>

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }

struct command {
    const char *name;
    int (*run)(int, int);
};

static int compare(const void *one, const void *other)
{
    int a = *(const int *)one, b = *(const int *)other;
    return (a > b) - (a < b); //@ moment: comparing
}

int main(void)
{
    struct command table[] = {{"add", add}, {"sub", sub}};
    int (*chosen)(int, int) = table[1].run;
    int result = chosen(7, 3); //@ moment: called
    int numbers[4] = {30, 10, 40, 20};
    qsort(numbers, 4, sizeof numbers[0], compare); //@ moment: sorted
    chosen = NULL;
    printf("%d %d\n", result, numbers[0]);
    return 0; //@ moment: done
}

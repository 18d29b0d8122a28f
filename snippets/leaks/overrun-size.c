//@ do: run
//@ options: -Wall -Wextra
//@ exit: SIGABRT
//@ stderr-contains: ^fill has returned$
//@ stderr-contains: sysmalloc
//@ browser: differs malloc keeps its sizes elsewhere there, but Step names the mistake
#include <stdio.h>
#include <stdlib.h>

static void fill(int *row, int count)
{
    for (int i = 0; i <= count; i++) row[i] = i + 5;
}

//@ section: main
int main(void)
{
    int *row = malloc(6 * sizeof *row);

    if (!row) return 1;
    fill(row, 6);
    fputs("fill has returned\n", stderr);
    printf("%d %d %d\n", row[0], row[1], row[2]);
    free(row);
    return 0;
}
//@ end

// Arrays of arrays, arrays of pointers, and pointers into both.
#include <stddef.h>

int main(void)
{
    int grid[2][3] = {{1, 2, 3}, {4, 5, 6}};
    int (*row)[3] = &grid[1];
    int *cell = &grid[1][2];
    int *rows[2] = {grid[0], grid[1]};
    const char *names[] = {"ann", "bob", NULL};
    const char **last = &names[1];
    int *end = grid[1] + 3;
    ptrdiff_t between = cell - rows[0]; //@ moment: pointed
    (*row)[0] = 40;
    rows[0][1] = 20;
    *cell = 60; //@ moment: written
    return (int)between + (last - names) + (end == &grid[1][3]) > 0 ? 0 : 1;
}

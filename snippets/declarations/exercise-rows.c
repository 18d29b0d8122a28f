//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
void show(int m[3][4]);

void call(void)
{
    int cells[3][4] = {{0}};
    int *rows[3] = {cells[0], cells[1], cells[2]};

    show(cells);
    show(rows);
    //~ warning: [-Wincompatible-pointer-types]
    //~[gcc] warning: [-Wstringop-overflow=]
}

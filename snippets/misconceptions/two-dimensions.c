//@ do: compile
//@ options: -Wall -Wextra -pedantic
static int corner(int **table)
{
    return table[0][0];
}

int ask(void)
{
    int table[2][3] = {{1}};
    return corner(table);  //~ warning: [-Wincompatible-pointer-types]
}

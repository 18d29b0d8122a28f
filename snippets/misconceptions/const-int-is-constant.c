//@ do: compile
//@ options: -Wall -Wextra -pedantic-errors
enum { LIMIT = 2 };
const int size = 3;

int fine[LIMIT];
int table[size];  //~[gcc] error: variably modified 'table' at file scope
//~[clang] error: folded

int is_size(int n)
{
    switch (n) {
    case LIMIT:
        return 0;
    case size:  //~[gcc] error: case label does not reduce to an integer constant
        //~[clang] error: not an integer constant expression
        return 1;
    }
    return 0;
}

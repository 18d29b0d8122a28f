//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
void f(const char *p, char *q)
{
    *p = 'b';
    //~[gcc] error: assignment of read-only location
    //~[clang*] error: read-only variable is not assignable
    p = q;
}

void g(char *const p, char *q)
{
    *p = 'b';
    p = q;
    //~[gcc] error: assignment of read-only parameter
    //~[clang*] error: with const-qualified type 'char *const'
}

//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
typedef char *string;

void rename_it(const string s)
//~ reads: rename_it is a function taking s as a const `string` and returning nothing
{
    s[0] = 'b';
    s = "dog";
    //~[gcc] error: assignment of read-only parameter
    //~[clang*] error: with const-qualified type 'const string' (aka 'char *const')
}

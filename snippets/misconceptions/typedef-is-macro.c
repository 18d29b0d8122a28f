//@ do: compile
//@ options: -Wall -Wextra -pedantic
typedef char *string;

void rename_it(const string s, char *other)
{
    s[0] = 'b';
    s = other;  //~[gcc] error: assignment of read-only parameter 's'
    //~[clang] error: cannot assign to variable 's' with const-qualified type 'const string'
}

//@ do: compile
//@ options: -Wall -Wextra -pedantic
void change(char *buffer, const char *p, char *const q)
{
    p = buffer;
    q[0] = 'c';
    p[0] = 'c';  //~[gcc] error: assignment of read-only location
    //~[clang] error: read-only variable is not assignable
    q = buffer;  //~[gcc] error: assignment of read-only parameter 'q'
    //~[clang] error: cannot assign to variable 'q' with const-qualified type
}

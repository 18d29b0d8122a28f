//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
typedef char name[8];

void rename_it(const name s)
{
    s[0] = 'b';
    //~[gcc] error: assignment of read-only location
    //~[clang*] error: read-only variable is not assignable
    s = "dog";
}

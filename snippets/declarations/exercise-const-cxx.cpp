//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
void upper(const char **words);
void lower(const char *const *words);

void call(char **argv)
{
    upper(argv);
    //~[g++] error: invalid conversion
    //~[clang++*] error: no matching function for call to 'upper'
    lower(argv);
}

//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
void upper(const char **words);
void lower(const char *const *words);

void call(char **argv)
{
    upper(argv);
    //~[gcc] warning: [-Wincompatible-pointer-types]
    //~[clang*] warning: [-Wincompatible-pointer-types-discards-qualifiers]
    lower(argv);
    //~[gcc] warning: [-Wincompatible-pointer-types]
    //~[clang*] warning: [-Wincompatible-pointer-types-discards-qualifiers]
}

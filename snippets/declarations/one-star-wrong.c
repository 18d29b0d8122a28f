//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
char *a, b;
//~ reads: a is a pointer to char
//~ reads: b is a char

void f(void)
{
    a = "text";
    b = "text";
    //~[gcc] warning: makes integer from pointer without a cast
    //~[clang] warning: incompatible pointer to integer conversion
    //~[clang-19] error: incompatible pointer to integer conversion
}

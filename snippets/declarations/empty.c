//@ do: compile
//@ std: c17 c23
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
int f();
//~[clang-19 c17] warning: a function declaration without a prototype is deprecated

int call(void)
{
    return f(1, "two", 3.0);
    //~[clang-19 c17] warning: is not supported in C23
    //~[clang-19 c23] error: too many arguments to function call
}

//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
const char *(*(*pick)(int)[3]);
//~[gcc] error: declared as function returning an array
//~[clang*] error: function cannot return array type

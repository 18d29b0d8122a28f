//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
const char *(*(*pick)[3])(int);
//~ reads: pick is a pointer to an array of 3 pointers to functions taking an int and returning a pointer to const char

//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
int f(void)[3];
//~[gcc] error: declared as function returning an array
//~[clang*] error: function cannot return array type
int g[3](void);
//~ error: array of functions
int h(void)(int);
//~[gcc] error: declared as function returning a function
//~[clang*] error: function cannot return function type

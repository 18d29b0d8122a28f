//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
int *a[10][15];

int *(*grammar)[10][15] = &a;
int (*(*spiral)[10])[15] = &a;
//~ warning: [-Wincompatible-pointer-types]

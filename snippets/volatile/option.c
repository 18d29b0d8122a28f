//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -fvolatile
//@ diagnostic[gcc]: error: unrecognized command-line option
//@ diagnostic[clang*]: error: unknown argument
int done;

//@ do: assemble
//@ std: c++98 c++17
//@ compilers: g++ clang++ clang++-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
// g++ assumes from C++11 on that every loop ends; in C and in C++98 it does not.
//@ scan-assembler[g++ c++98 -O2]: ^\.L(\d+):\n\tjmp\t\.L\1$
//@ scan-assembler[g++ c++17 -O2]: ^wait_plain\(unsigned char\*\):\n\tret$
//@ scan-assembler[clang++* c++17 -O2]: ^wait_plain\(unsigned char\*\):\n\tretq$
//@ scan-assembler[-O0]: ^wait_plain\(unsigned char\*\):\n([.\t].*\n)*\tj
//@ section: plain
void wait_plain(unsigned char *reg)
{
    while (*reg == 0) {
    }
}
//@ end

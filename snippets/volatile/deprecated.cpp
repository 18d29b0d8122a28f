//@ do: compile
//@ std: c++17 c++20 c++23
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wno-unused -Wno-ignored-qualifiers
//@ section: steps
volatile int reg;
int last;

void steps()
{
    reg += 2;         //~[g++|clang++ !c++17] warning: deprecated
    reg |= 4;         //~[g++|clang++ !c++17] warning: deprecated
    reg++;            //~[!c++17] warning: deprecated
    reg = reg + 1;
    last = reg = 65;  //~[!c++17] warning: deprecated
}

void wait(volatile int rounds);  //~[!c++17] warning: deprecated
volatile int now();              //~[!c++17] warning: deprecated
//@ end

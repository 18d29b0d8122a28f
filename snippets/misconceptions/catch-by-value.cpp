//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: caught: std::exception
#include <cstdio>
#include <exception>
#include <stdexcept>

int main()
{
    try {
        throw std::runtime_error("the disk is full");
    } catch (std::exception e) {  //~[g++] warning: [-Wcatch-value=]
        std::printf("caught: %s\n", e.what());
    }
}

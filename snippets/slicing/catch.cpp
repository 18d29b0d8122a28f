//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: misc-throw-by-value-catch-by-reference,cppcoreguidelines-slicing
//@ output:
//| by value: something failed
//| by reference: no such file
#include <cstdio>

//@ section: catch
class Failure {
public:
    virtual ~Failure() = default;
    virtual const char *text() const { return "something failed"; }
};

class FileFailure : public Failure {
public:
    const char *text() const override { return "no such file"; }
};

int main()
{
    try {
        throw FileFailure();
    } catch (Failure failure) {  //~[g++] warning: [-Wcatch-value=]
        //~[clang-tidy] warning: [misc-throw-by-value-catch-by-reference]
        std::printf("by value: %s\n", failure.text());
    }
    try {
        throw FileFailure();
    } catch (const Failure &failure) {
        std::printf("by reference: %s\n", failure.text());
    }
}
//@ end

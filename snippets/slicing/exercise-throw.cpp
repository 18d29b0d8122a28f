//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing,misc-throw-by-value-catch-by-reference
//@ output:
//| inner: something failed
//| outer: no such file
#include <cstdio>

class Failure {
public:
    virtual ~Failure() = default;
    virtual const char *text() const { return "something failed"; }
};

class FileFailure : public Failure {
public:
    const char *text() const override { return "no such file"; }
};

//@ section: nested
void work()
{
    try {
        throw FileFailure();
    } catch (Failure failure) {  //~[g++] warning: [-Wcatch-value=]
        //~[clang-tidy] warning: [misc-throw-by-value-catch-by-reference]
        std::printf("inner: %s\n", failure.text());
        throw;
    }
}

int main()
{
    try {
        work();
    } catch (const Failure &failure) {
        std::printf("outer: %s\n", failure.text());
    }
}
//@ end

//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: misc-throw-by-value-catch-by-reference,cppcoreguidelines-slicing
//@ output:
//| throw failure: something failed
//| throw: no such file
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

//@ section: rethrow
void pass_on_a_copy()
{
    try {
        throw FileFailure();
    } catch (const Failure &failure) {
        throw failure;
    }
}

void pass_on()
{
    try {
        throw FileFailure();
    } catch (const Failure &) {
        throw;
    }
}

int main()
{
    try {
        pass_on_a_copy();
    } catch (const Failure &failure) {
        std::printf("throw failure: %s\n", failure.text());
    }
    try {
        pass_on();
    } catch (const Failure &failure) {
        std::printf("throw: %s\n", failure.text());
    }
}
//@ end

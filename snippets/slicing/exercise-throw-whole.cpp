//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ output:
//| inner: no such file
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
    } catch (const Failure &failure) {
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

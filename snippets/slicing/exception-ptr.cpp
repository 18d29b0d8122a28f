//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| made: something failed
//| current: no such file
#include <cstdio>
#include <exception>

class Failure {
public:
    virtual ~Failure() = default;
    virtual const char *text() const { return "something failed"; }
};

class FileFailure : public Failure {
public:
    const char *text() const override { return "no such file"; }
};

//@ section: keep
std::exception_ptr made, current;

void work()
{
    try {
        throw FileFailure();
    } catch (const Failure &failure) {
        made = std::make_exception_ptr(failure);
        current = std::current_exception();
    }
}
//@ end

//@ section: later
void later(const char *which, std::exception_ptr kept)
{
    try {
        std::rethrow_exception(kept);
    } catch (const Failure &failure) {
        std::printf("%s: %s\n", which, failure.text());
    }
}

int main()
{
    work();
    later("made", made);
    later("current", current);
}
//@ end

//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: misc-throw-by-value-catch-by-reference,cppcoreguidelines-slicing
//@ section: handler
#include <string>

class Failure {
public:
    std::string text;
};

class FileFailure : public Failure {
};

void work()
{
    try {
        throw FileFailure();
    } catch (Failure failure) {
        //~[clang-tidy] warning: [misc-throw-by-value-catch-by-reference]
    }
}
//@ end

//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: misc-throw-by-value-catch-by-reference,cppcoreguidelines-slicing
//@ output: code 0
#include <cstdio>

//@ section: catch
class Failure {
};

class FileFailure : public Failure {
public:
    int code = 2;
};

int code_of(const Failure &)
{
    return 0;
}

int code_of(const FileFailure &failure)
{
    return failure.code;
}

int main()
{
    try {
        throw FileFailure();
    } catch (Failure failure) {
        std::printf("code %d\n", code_of(failure));
    }
}
//@ end

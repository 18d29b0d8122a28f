//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ options[g++]: -Wcatch-value=2
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
    } catch (Failure failure) {  //~[g++] warning: [-Wcatch-value=]
        std::printf("code %d\n", code_of(failure));
    }
}
//@ end

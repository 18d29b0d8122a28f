//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ options[g++]: -Wcatch-value=2
#include <cstdio>

//@ section: catch
class Failure {
};

const Failure *thrown;

class FileFailure : public Failure {
public:
    FileFailure() { thrown = this; }
    int code = 2;
};

int main()
{
    try {
        throw FileFailure();
    } catch (const Failure &failure) {
        auto &file = static_cast<const FileFailure &>(failure);
        std::printf("by reference: %s object, code %d\n",
                    &failure == thrown ? "the thrown" : "another",
                    file.code);
    }
    //@ section: handler
    try {
        throw FileFailure();
    } catch (Failure failure) {  //~[g++] warning: [-Wcatch-value=]
        std::printf("by value: %s object, %zu byte\n",
                    &failure == thrown ? "the thrown" : "another",
                    sizeof failure);
    }
    //@ end: handler
}
//@ end

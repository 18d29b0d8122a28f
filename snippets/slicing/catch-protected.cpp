//@ do: compile
//@ std: c++11 c++17 c++20
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic -pedantic-errors
#include <type_traits>

//@ section: catch
class Failure {
public:
    Failure() = default;
    virtual ~Failure() = default;

protected:
    Failure(const Failure &) = default;
    Failure &operator=(const Failure &) = default;
};

class FileFailure final : public Failure {
};

static_assert(std::is_copy_constructible<FileFailure>::value, "");

void pass_on_a_copy()
{
    try {
        throw FileFailure();
    } catch (const Failure &failure) {
        throw failure;           //~ error: protected
    }
}

void by_value()
{
    try {
        throw FileFailure();
    } catch (Failure failure) {  //~ error: protected
        //~[g++] warning: [-Wcatch-value=]
    }
}
//@ end

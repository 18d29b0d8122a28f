//@ do: compile
//@ std: c++11 c++14 c++17 c++20
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic -pedantic-errors
//@ section: throw
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

void work(bool with_a_file)
{
    if (with_a_file) {
        throw FileFailure();
    }
    throw Failure();  //~[c++11|c++14] error: protected
}
//@ end

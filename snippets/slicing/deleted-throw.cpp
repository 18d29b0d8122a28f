//@ do: compile
//@ std: c++11 c++14 c++17 c++20
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic -pedantic-errors
//@ section: throw
class Failure {
public:
    Failure() = default;
    Failure(const Failure &) = delete;
    virtual ~Failure() = default;
};

class FileFailure : public Failure {  //~[g++ c++11|c++14] error: deleted
};

void work()
{
    throw FileFailure();  //~[c++11|c++14] error: deleted
}
//@ end

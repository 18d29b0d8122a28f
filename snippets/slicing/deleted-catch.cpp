//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ section: catch
class Failure {
public:
    Failure() = default;
    Failure(const Failure &) = delete;
    virtual ~Failure() = default;
};

class FileFailure : public Failure {
};

void work()
{
    try {
        throw FileFailure();
    } catch (Failure failure) {  //~ error: deleted
        //~[g++] warning: [-Wcatch-value=]
    }
}
//@ end

//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ section: override
class C {
public:
    virtual ~C() = default;
    virtual void assign(const C &other);
};

class D : public C {
public:
    void assign(const D &other) override;  //~ error: marked
};
//@ end

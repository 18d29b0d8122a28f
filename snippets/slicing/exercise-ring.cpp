//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| Circle again: Circle
//| Ring again: Circle
#include <cstdio>
#include <memory>

//@ section: ring
class Shape {
public:
    virtual ~Shape() = default;
    virtual std::unique_ptr<Shape> clone() const = 0;
    virtual const char *name() const = 0;
};

class Circle : public Shape {
public:
    std::unique_ptr<Shape> clone() const override
    {
        return std::make_unique<Circle>(*this);
    }
    const char *name() const override { return "Circle"; }
};

class Ring : public Circle {
public:
    const char *name() const override { return "Ring"; }
};
//@ end

int main()
{
    std::printf("Circle again: %s\n", Circle().clone()->name());
    std::printf("Ring again: %s\n", Ring().clone()->name());
}

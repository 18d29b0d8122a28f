//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ diagnostic[clang++*]: warning: abstract but has non-virtual destructor
//@ valgrind: leaks
//@ output: the circle on the left
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

//@ section: destructor
class Shape {
public:
    ~Shape() = default;  // not virtual
    virtual const char *name() const = 0;
};

class Circle final : public Shape {
public:
    explicit Circle(std::string label) : label(std::move(label)) {}
    const char *name() const override { return label.c_str(); }

    std::string label;
};

int main()
{
    std::unique_ptr<Shape> shape =
        std::make_unique<Circle>("the circle on the left");

    std::puts(shape->name());
}
//@ end

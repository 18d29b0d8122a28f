//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ output:
//| a plain shape
//| a circle
#include <cstdio>
#include <memory>
#include <vector>

class Shape {
public:
    Shape() = default;
    Shape(const Shape &) = default;
    Shape &operator=(const Shape &) = default;
    virtual ~Shape() = default;
    virtual const char *name() const { return "a plain shape"; }
};

class Circle : public Shape {
public:
    const char *name() const override { return "a circle"; }
};

int main()
{
    std::vector<std::unique_ptr<Shape>> shapes;
    shapes.push_back(std::make_unique<Circle>());

    //@ section: loop
    for (const auto &shape : shapes) {
        auto each = *shape;
        std::puts(each.name());
    }
    //@ end
    //@ section: repair
    for (const auto &shape : shapes) {
        const auto &each = *shape;
        std::puts(each.name());
    }
    //@ end
}

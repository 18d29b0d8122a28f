//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: in the vector: shape, behind the pointer: circle
#include <cstdio>
#include <memory>
#include <vector>

struct Shape {
    virtual ~Shape() = default;
    virtual const char *name() const { return "shape"; }
};

struct Circle : Shape {
    const char *name() const override { return "circle"; }
};

int main()
{
    std::vector<Shape> values = {Circle()};
    std::vector<std::unique_ptr<Shape>> pointers;
    pointers.push_back(std::make_unique<Circle>());
    std::printf("in the vector: %s, behind the pointer: %s\n",
                values[0].name(), pointers[0]->name());
}

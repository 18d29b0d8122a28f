//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| built as shape
//| now circle
#include <cstdio>

struct Shape {
    Shape() { std::printf("built as %s\n", name()); }
    virtual ~Shape() = default;
    virtual const char *name() const { return "shape"; }
};

struct Circle : Shape {
    const char *name() const override { return "circle"; }
};

int main()
{
    Circle circle;
    const Shape &shape = circle;
    std::printf("now %s\n", shape.name());
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: by value: shape, by reference: circle
#include <cstdio>

struct Shape {
    virtual ~Shape() = default;
    virtual const char *name() const { return "shape"; }
};

struct Circle : Shape {
    const char *name() const override { return "circle"; }
};

static const char *by_value(Shape shape) { return shape.name(); }
static const char *by_reference(const Shape &shape) { return shape.name(); }

int main()
{
    Circle circle;
    std::printf("by value: %s, by reference: %s\n", by_value(circle), by_reference(circle));
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ sanitize: undefined
//@ exit: 1
//@ stderr-contains: which does not point to an object of type 'Circle'
#include <cstdio>

struct Shape {
    virtual ~Shape() = default;
};

struct Circle : Shape {
    int radius = 5;
};

int main()
{
    Circle circle;
    Shape copy = circle;
    std::printf("%d\n", static_cast<Circle &>(copy).radius);
}

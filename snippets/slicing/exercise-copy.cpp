//@ do: run
//@ std: c++17
//@ compilers: g++ clang++
//@ options: -Wall -Wextra -Wpedantic
//@ output: 3 0
#include <cstdio>
#include <memory>

class Shape {
public:
    virtual ~Shape() = default;
    virtual double area() const { return 0; }
};

class Circle : public Shape {
public:
    explicit Circle(double radius) : radius(radius) {}
    double area() const override { return 3 * radius * radius; }

    double radius;
};

// Returns a copy of any shape.
Shape *copy_of(const Shape &shape)
{
    return new Shape(shape);
}

int main()
{
    Circle circle(2);
    Shape *copy = copy_of(circle);

    circle.radius = 1;
    std::printf("%.0f %.0f\n", circle.area(), copy->area());
}

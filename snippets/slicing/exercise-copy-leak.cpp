//@ do: run
//@ std: c++17
//@ compilers: g++ clang++
//@ options: -Wall -Wextra -Wpedantic
//@ output: 3 12
#include <cstdio>
#include <memory>

class Shape {
public:
    virtual ~Shape() = default;
    virtual double area() const { return 0; }
    virtual std::unique_ptr<Shape> clone() const
    {
        return std::make_unique<Shape>(*this);
    }
};

class Circle : public Shape {
public:
    explicit Circle(double radius) : radius(radius) {}
    double area() const override { return 3 * radius * radius; }
    std::unique_ptr<Shape> clone() const override
    {
        return std::make_unique<Circle>(*this);
    }

    double radius;
};

// Returns a copy of any shape.
Shape *copy_of(const Shape &shape)
{
    return shape.clone().release();
}

int main()
{
    Circle circle(2);
    Shape *copy = copy_of(circle);

    circle.radius = 1;
    std::printf("%.0f %.0f\n", circle.area(), copy->area());
}

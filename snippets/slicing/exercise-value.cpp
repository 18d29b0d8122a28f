//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ output:
//| by value 12.57
//| by reference 12.57
#include <cstdio>

//@ section: classes
class Shape {
public:
    virtual ~Shape() = default;
    virtual double area() const { return 0; }
};

class Circle : public Shape {
public:
    explicit Circle(double radius) : radius(radius) {}
    double area() const override { return 3.14159 * radius * radius; }

private:
    double radius;
};
//@ end

//@ section: calls
void by_value(const Shape &shape)
{
    std::printf("by value %.2f\n", shape.area());
}

void by_reference(const Shape &shape)
{
    std::printf("by reference %.2f\n", shape.area());
}

int main()
{
    Circle circle(2);

    by_value(circle);
    by_reference(circle);
}
//@ end

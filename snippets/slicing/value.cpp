//@ do: run
//@ std: c++17 c++23
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| by value 0.00
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
void by_value(Shape shape)
{
    //@ moment: copied
    std::printf("by value %.2f\n", shape.area());
}

void by_reference(const Shape &shape)
{
    //@ moment: referred
    std::printf("by reference %.2f\n", shape.area());
}

int main()
{
    Circle circle(2);

    by_value(circle);  //~[clang-tidy] warning: discards 8 bytes of state [cppcoreguidelines-slicing]
    //~[clang-tidy] warning: discards override 'area' [cppcoreguidelines-slicing]
    by_reference(circle);
}
//@ end

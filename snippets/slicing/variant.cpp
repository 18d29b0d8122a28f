//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| 12.57
//| 9.00
#include <cstdio>
#include <variant>
#include <vector>

//@ section: variant
struct Circle {
    double radius;
    double area() const { return 3.14159 * radius * radius; }
};

struct Square {
    double side;
    double area() const { return side * side; }
};

using Shape = std::variant<Circle, Square>;

void by_value(Shape shape)
{
    auto area = [](const auto &each) { return each.area(); };

    std::printf("%.2f\n", std::visit(area, shape));
}

int main()
{
    std::vector<Shape> shapes{Circle{2}, Square{3}};

    for (Shape shape : shapes) {
        by_value(shape);
    }
}
//@ end

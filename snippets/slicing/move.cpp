//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| the shape is "circle of radius 3"
//| the circle is "", and its radius is 3
#include <cstdio>
#include <string>
#include <utility>

//@ section: classes
struct Shape {
    explicit Shape(std::string label) : label(std::move(label)) {}
    virtual ~Shape() = default;
    Shape(const Shape &) = default;
    Shape(Shape &&) = default;
    Shape &operator=(const Shape &) = default;
    Shape &operator=(Shape &&) = default;

    std::string label;
};

struct Circle : Shape {
    explicit Circle(int radius)
        : Shape("circle of radius " + std::to_string(radius)),
          radius(radius)
    {
    }

    int radius;
};
//@ end

//@ section: move
int main()
{
    Circle circle(3);
    Shape shape = std::move(circle);

    std::printf("the shape is \"%s\"\n", shape.label.c_str());
    std::printf("the circle is \"%s\", and its radius is %d\n",
                circle.label.c_str(), circle.radius);
}
//@ end

//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| one: "circle of radius 2", radius 1
//| two: "circle of radius 1", radius 2
#include <cstdio>
#include <string>
#include <utility>

struct Shape {
    explicit Shape(std::string label) : label(std::move(label)) {}
    virtual ~Shape() = default;
    Shape(const Shape &) = default;
    Shape &operator=(const Shape &) = default;

    std::string label;
};

struct Circle : Shape {
    explicit Circle(int radius)
        : Shape("circle of radius " + std::to_string(radius)), radius(radius)
    {
    }

    int radius;
};

//@ section: swap
void exchange(Shape &one, Shape &two)
{
    std::swap(one, two);
}

int main()
{
    Circle one(1);
    Circle two(2);

    exchange(one, two);
    std::printf("one: \"%s\", radius %d\n",
                one.label.c_str(), one.radius);
    std::printf("two: \"%s\", radius %d\n",
                two.label.c_str(), two.radius);
}
//@ end

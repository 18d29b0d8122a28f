//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ output: small is "circle of radius 10", and its radius is 10
#include <cstdio>
#include <string>

//@ section: assign
struct Shape {
    explicit Shape(std::string label) : label(std::move(label)) {}
    virtual ~Shape() = default;
    Shape(const Shape &) = default;
    Shape &operator=(const Shape &) = default;

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

void replace(Circle &old, const Circle &with)
{
    old = with;
}

int main()
{
    Circle small(1);
    Circle big(10);

    replace(small, big);
    std::printf("small is \"%s\", and its radius is %d\n",
                small.label.c_str(), small.radius);
}
//@ end

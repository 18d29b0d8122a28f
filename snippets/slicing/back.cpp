//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ sanitize: undefined
//@ exit: 1
//@ stderr-contains: which does not point to an object of type 'Circle'
//@ output: dynamic_cast: none
#include <cstdio>

class Shape {
public:
    virtual ~Shape() = default;
};

class Circle : public Shape {
public:
    double radius = 2;
};

//@ section: back
void cast_back(Shape &shape)
{
    std::printf("dynamic_cast: %s\n",
                dynamic_cast<Circle *>(&shape) ? "a circle" : "none");
    std::fflush(stdout);

    Circle &circle = static_cast<Circle &>(shape);
    std::printf("static_cast: radius %g\n", circle.radius);
}

int main()
{
    Circle circle;
    Shape sliced = circle;

    cast_back(sliced);
}
//@ end

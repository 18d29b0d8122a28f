//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| a circle
//| a plain shape
#include <cstdio>

class Shape {
public:
    Shape() = default;
    Shape(const Shape &) = default;
    Shape &operator=(const Shape &) = default;
    virtual ~Shape() = default;
    virtual const char *name() const { return "a plain shape"; }
};

class Circle : public Shape {
public:
    const char *name() const override { return "a circle"; }
};

//@ section: choose
void choose(bool round, const Circle &circle, const Shape &shape)
{
    const Shape &first = round ? circle : shape;
    const Shape &second = round ? Circle() : shape;  //~[clang-tidy] warning: [cppcoreguidelines-slicing]

    std::puts(first.name());
    std::puts(second.name());
}
//@ end

int main()
{
    choose(true, Circle(), Shape());
}

//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options[g++]: -Wall -Wextra -Wpedantic -Weffc++
//@ options[clang++*]: -Weverything -Wno-c++98-compat -Wno-padded -Wno-weak-vtables
//@ options[clang++-19]: -Wno-unsafe-buffer-usage
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| a plain shape
//| a plain shape
//| a plain shape
//| a plain shape
//| a plain shape
//| a plain shape
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

namespace {

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

void missed(const Circle &circle)
{
    //@ section: missed
    std::vector<Shape> shapes;
    shapes.push_back(circle);
    shapes.emplace_back(circle);

    std::vector<Circle> circles(1);
    std::vector<Shape> copied(circles.begin(), circles.end());

    auto owned = std::make_unique<Shape>(circle);
    std::optional<Shape> maybe = circle;

    const Shape &seen = circle;
    auto copy = seen;
    //@ end

    std::puts(shapes.front().name());
    std::puts(shapes.back().name());
    std::puts(copied.front().name());
    std::puts(owned->name());
    std::puts(maybe->name());
    std::puts(copy.name());
}

}

int main()
{
    missed(Circle());
}

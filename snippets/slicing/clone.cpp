//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ valgrind: all-freed no-errors
//@ output:
//| the circle on the left 12.57
//| square 9.00
//| copies: 12.57 9.00, originals now 28.27 9.00
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

//@ section: clone
class Shape {
public:
    Shape() = default;
    Shape &operator=(const Shape &) = delete;
    virtual ~Shape() = default;
    virtual std::unique_ptr<Shape> clone() const = 0;
    virtual const char *name() const = 0;
    virtual double area() const = 0;

protected:
    Shape(const Shape &) = default;  // for clone
};

class Circle final : public Shape {
public:
    Circle(double radius, std::string label)
        : radius(radius), label(std::move(label))
    {
    }
    std::unique_ptr<Shape> clone() const override
    {
        return std::make_unique<Circle>(*this);
    }
    const char *name() const override { return label.c_str(); }
    double area() const override { return 3.14159 * radius * radius; }

    double radius;
    std::string label;
};

class Square final : public Shape {
public:
    explicit Square(double side) : side(side) {}
    std::unique_ptr<Shape> clone() const override
    {
        return std::make_unique<Square>(*this);
    }
    const char *name() const override { return "square"; }
    double area() const override { return side * side; }

    double side;
};

using Drawing = std::vector<std::unique_ptr<Shape>>;

Drawing copy_of(const Drawing &drawing)
{
    Drawing copy;

    for (const auto &shape : drawing) {
        copy.push_back(shape->clone());
    }
    return copy;
}
//@ end

int main()
{
    //@ section: use
    Drawing drawing;
    drawing.push_back(
        std::make_unique<Circle>(2, "the circle on the left"));
    drawing.push_back(std::make_unique<Square>(3));
    //@ end

    for (const auto &shape : drawing) {
        std::printf("%s %.2f\n", shape->name(), shape->area());
    }
    Drawing copy = copy_of(drawing);
    dynamic_cast<Circle &>(*drawing[0]).radius = 3;
    std::printf("copies: %.2f %.2f, originals now %.2f %.2f\n", copy[0]->area(), copy[1]->area(),
                drawing[0]->area(), drawing[1]->area());
}

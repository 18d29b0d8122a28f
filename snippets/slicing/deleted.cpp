//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
#include <vector>

//@ section: deleted
class Shape {
public:
    Shape() = default;
    Shape(const Shape &) = delete;
    Shape &operator=(const Shape &) = delete;
    virtual ~Shape() = default;
};

class Circle : public Shape {               //~[g++] error: deleted
};

void by_value(Shape shape);

void uses(Shape &shape, const Circle &circle)
{
    Shape copy = circle;                    //~ error: deleted
    by_value(circle);                       //~ error: deleted
    shape = circle;                         //~ error: deleted
    auto another = shape;                   //~ error: deleted
    Circle second = circle;                 //~ error: deleted
    Shape &same = shape;
    const Shape &seen = circle;
//@ end
    (void)copy, (void)another, (void)second, (void)same, (void)seen;
}

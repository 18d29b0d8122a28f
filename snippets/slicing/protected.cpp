//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
#include <type_traits>

//@ section: protected
class Shape {
public:
    Shape() = default;
    virtual ~Shape() = default;

protected:
    Shape(const Shape &) = default;
    Shape &operator=(const Shape &) = default;
};

class Circle : public Shape {
};

static_assert(std::is_copy_constructible_v<Circle>);
static_assert(std::is_copy_assignable_v<Circle>);

void uses(Shape &shape, const Circle &circle)
{
    Circle second = circle;
    Shape copy = circle;  //~ error: protected
    shape = circle;       //~ error: protected
//@ end
    (void)second, (void)copy;
}

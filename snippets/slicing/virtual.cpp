//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ output:
//| circle = circle: radius 10
//| circle = square: refused, radius 10
//| square = circle: no exception
#include <cstdio>
#include <typeinfo>

//@ section: virtual
class Shape {
public:
    virtual ~Shape() = default;
    virtual Shape &operator=(const Shape &) { return *this; }
};

class Circle : public Shape {
public:
    explicit Circle(int radius) : radius(radius) {}
    Circle &operator=(const Circle &other) = default;
    Circle &operator=(const Shape &other) override
    {
        // Throws std::bad_cast if the other is no circle.
        return *this = dynamic_cast<const Circle &>(other);
    }

    int radius;
};

class Square : public Shape {
};

void replace(Shape &old, const Shape &with)
{
    old = with;
}
//@ end

int main()
{
    Circle circle(1);

    replace(circle, Circle(10));
    std::printf("circle = circle: radius %d\n", circle.radius);
    try {
        replace(circle, Square());
    } catch (const std::bad_cast &) {
        std::printf("circle = square: refused, radius %d\n", circle.radius);
    }

    Square square;

    replace(square, circle);
    std::printf("square = circle: no exception\n");
}

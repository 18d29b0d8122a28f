//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ section: abstract
class Shape {
public:
    virtual ~Shape() = default;
    virtual double area() const = 0;
};

void by_value(Shape shape)                  //~ error: abstract
{
    shape.area();
}

void uses(Shape &shape, const Shape &other)
{
    Shape copy = other;                     //~ error: abstract
    try {
        uses(shape, other);
    } catch (Shape failure) {               //~ error: abstract
    }
    shape = other;
}
//@ end

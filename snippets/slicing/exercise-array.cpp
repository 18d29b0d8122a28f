//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ sanitize: undefined
//@ exit: 1
//@ stderr-contains: which does not point to an object of type 'Shape'
#include <cstdio>

//@ section: total
class Shape {
public:
    virtual ~Shape() = default;
    virtual double area() const { return 0; }
};

class Circle : public Shape {
public:
    double area() const override { return 3.14159 * radius * radius; }
    double radius = 1;
};

double total(const Shape *shapes, int count)
{
    double sum = 0;

    for (int i = 0; i < count; i++) {
        sum += shapes[i].area();
    }
    return sum;
}

int main()
{
    Circle circles[3];

    std::printf("%.2f\n", total(circles, 3));
}
//@ end

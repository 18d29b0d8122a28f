//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ output: 9.42
#include <array>
#include <cstdio>

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

//@ section: total
template <typename Shapes> double total(const Shapes &shapes)
{
    double sum = 0;

    for (const auto &shape : shapes) {
        sum += shape.area();
    }
    return sum;
}
//@ end

int main()
{
    std::array<Circle, 3> circles;

    std::printf("%.2f\n", total(circles));
}

//@ do: assemble
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ levels: -O2
//@ options: -Wall -Wextra -Wpedantic
//@ scan-assembler: ^\tmov[lq]?\t\$(24|0x18), %edi
//@ section: make
class Shape {
public:
    virtual ~Shape() = default;
    virtual double area() const { return 0; }
    int color = 0;
};

class Circle : public Shape {
public:
    double area() const override { return 3.14159 * radius * radius; }
    double radius = 1;
};

Shape *make()
{
    return new Circle;
}
//@ end

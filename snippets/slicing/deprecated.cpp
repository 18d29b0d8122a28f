//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ options[g++]: -Wdeprecated-copy-dtor
//@ options[clang*]: -Wdeprecated-copy-with-dtor
//@ section: implicit
class Shape {
public:
    virtual ~Shape() = default;  //~[clang*] warning: [-Wdeprecated-copy-with-dtor]
};

Shape copy_of(const Shape &shape)
{
    return shape;
}
//@ end

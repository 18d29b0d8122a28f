//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ options[g++]: -Wdeprecated-copy-dtor
//@ options[clang*]: -Wdeprecated-copy-with-dtor -Wdeprecated-copy-with-user-provided-dtor
//@ section: implicit
class Shape {
public:
    virtual ~Shape() = default;  //~[clang*] warning: [-Wdeprecated-copy-with-dtor]
};

Shape copy_of(const Shape &shape)
{
    return shape;
}

class Named {
public:
    virtual ~Named() { }  //~[clang*] warning: [-Wdeprecated-copy-with-user-provided-dtor]
};

Named copy_of(const Named &named)
{
    return named;  //~[g++] warning: [-Wdeprecated-copy-dtor]
}
//@ end

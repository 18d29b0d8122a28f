//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options[g++]: -Wall -Wextra -Wpedantic -Weffc++
//@ options[clang++*]: -Weverything -Wno-c++98-compat -Wno-padded -Wno-weak-vtables
//@ options[clang++-19]: -Wno-unsafe-buffer-usage
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| a plain shape
//| a plain shape
//| a plain shape
//| a plain shape
//| a plain shape
//| a plain shape
//| a plain shape
//| a plain shape
//| a plain shape
#include <cstdio>
#include <vector>

namespace {

class Shape {
public:
    Shape() = default;
    Shape(const Shape &) = default;
    Shape &operator=(const Shape &) = default;
    virtual ~Shape() = default;
    virtual const char *name() const { return "a plain shape"; }
};

class Circle : public Shape {
public:
    const char *name() const override { return "a circle"; }
};

struct Frame {
    Shape inside;
};

//@ section: ways
Shape returned(const Circle &circle)
{
    return circle;                                //~[clang-tidy] warning: [cppcoreguidelines-slicing]
}

Shape made()
{
    return Circle();                              //~[clang-tidy] warning: [cppcoreguidelines-slicing]
}

void ways(const Circle &circle)
{
    Shape initialized = circle;                   //~[clang-tidy] warning: [cppcoreguidelines-slicing]
    Shape braced{circle};                         //~[clang-tidy] warning: [cppcoreguidelines-slicing]
    auto converted = static_cast<Shape>(circle);  //~[clang-tidy] warning: [cppcoreguidelines-slicing]
    Frame frame{circle};                          //~[clang-tidy] warning: [cppcoreguidelines-slicing]
    Shape array[] = {circle};                     //~[clang-tidy] warning: [cppcoreguidelines-slicing]
    std::vector<Shape> listed{circle};            //~[clang-tidy] warning: [cppcoreguidelines-slicing]
    Shape assigned;
    assigned = circle;                            //~[clang-tidy] warning: [cppcoreguidelines-slicing]
//@ end

    std::puts(initialized.name());
    std::puts(braced.name());
    std::puts(converted.name());
    std::puts(frame.inside.name());
    std::puts(array[0].name());
    std::puts(listed.front().name());
    std::puts(assigned.name());
    std::puts(returned(circle).name());
    std::puts(made().name());
}

}

int main()
{
    ways(Circle());
}

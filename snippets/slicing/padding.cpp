//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ options[clang++-19]: -Wno-nontrivial-memcall
//@ clang-tidy: cppcoreguidelines-slicing
//@ browser: differs a pointer has 4 bytes in WebAssembly, so that Shape has no padding
//@ output:
//| 16 bytes, 16 bytes
//| the sliced copy is hidden: no
//| after memcpy of a Shape: hidden is 0
#include <cstdio>
#include <cstring>

//@ section: same
class Shape {
public:
    virtual ~Shape() = default;
    virtual bool is_hidden() const { return false; }
    int color = 0;
};

class Ghost : public Shape {
public:
    bool is_hidden() const override { return hidden; }
    bool hidden = true;
};

static_assert(sizeof(Ghost) == sizeof(Shape));
//@ end

int main()
{
    std::printf("%zu bytes, %zu bytes\n", sizeof(Shape), sizeof(Ghost));

    //@ section: copies
    Ghost ghost;
    Shape copy = ghost;  //~[clang-tidy] warning: discards 1 bytes of state
    //~[clang-tidy] warning: discards override 'is_hidden'
    std::printf("the sliced copy is hidden: %s\n",
                copy.is_hidden() ? "yes" : "no");
    //@ end

    //@ section: memcpy
    Shape shape;
    std::memcpy(static_cast<void *>(static_cast<Shape *>(&ghost)),
                static_cast<const void *>(&shape), sizeof(Shape));
    std::printf("after memcpy of a Shape: hidden is %d\n",
                ghost.hidden);
    //@ end
}

//@ do: compile
//@ std: c++17
//@ compilers: clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic --target=x86_64-pc-windows-msvc
//@ browser: no is compiled for Windows
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

static_assert(sizeof(Shape) == 16);
static_assert(sizeof(Ghost) == 24);
//@ end

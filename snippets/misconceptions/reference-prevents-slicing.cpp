//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: one: color 2, radius 1
#include <cstdio>

struct Shape {
    int color = 0;
    virtual ~Shape() = default;
};

struct Circle : Shape {
    int radius = 0;
};

static void copy(Shape &to, const Shape &from) { to = from; }

int main()
{
    Circle one, two;
    one.color = 1, one.radius = 1;
    two.color = 2, two.radius = 2;
    copy(one, two);
    std::printf("one: color %d, radius %d\n", one.color, one.radius);
}

//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: ~Shape
#include <cstdio>

struct Shape {
    virtual void draw() {}
    ~Shape() { std::puts("~Shape"); }
};

struct Circle : Shape {
    ~Circle() { std::puts("~Circle"); }
};

int main()
{
    Shape *shape = new Circle;
    delete shape;  //~ warning: [-Wdelete-non-
}

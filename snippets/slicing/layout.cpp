//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic -Wno-invalid-offsetof
//@ output:
//| Shape:  16 bytes, color at 8
//| Circle: 24 bytes, Shape at 0, color at 8, radius at 16
//| table pointer of the copy: Shape's
//| color of the copy: 7
#include <cstddef>
#include <cstdio>
#include <cstring>

//@ section: layout
struct Shape {
    virtual ~Shape() = default;
    virtual double area() const { return 0; }
    int color = 0;
};

struct Circle : Shape {
    double area() const override { return 3.14159 * radius * radius; }
    double radius = 0;
};

// What both compilers put first: a pointer to the class's table.
const void *table_of(const Shape &shape)
{
    const void *table;

    std::memcpy(&table, &reinterpret_cast<const char &>(shape), sizeof table);
    return table;
}
//@ end

int main()
{
    Circle circle;
    const char *start = reinterpret_cast<const char *>(&circle);
    const char *base = reinterpret_cast<const char *>(static_cast<const Shape *>(&circle));

    circle.color = 7;
    std::printf("Shape:  %zu bytes, color at %zu\n", sizeof(Shape), offsetof(Shape, color));
    std::printf("Circle: %zu bytes, Shape at %td, color at %zu, radius at %zu\n", sizeof(Circle),
                base - start, offsetof(Circle, color), offsetof(Circle, radius));

    //@ section: copy
    Shape copy = circle;
    Shape shape;

    std::printf("table pointer of the copy: %s\n",
                table_of(copy) == table_of(shape)    ? "Shape's"
                : table_of(copy) == table_of(circle) ? "Circle's"
                                                     : "unknown");
    std::printf("color of the copy: %d\n", copy.color);
    //@ end
}

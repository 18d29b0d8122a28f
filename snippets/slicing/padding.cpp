//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ valgrind: no-errors
//@ output:
//| 16 bytes, 16 bytes
//| the sliced copy is hidden: no
//| table pointer: Shape's
//| color: Shape's
//| hidden: overwritten
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <new>
#include <type_traits>

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
static_assert(!std::is_trivially_copyable_v<Shape>);
//@ end

struct Bytes {
    explicit Bytes(const Shape &shape)
    {
        std::memcpy(at, &reinterpret_cast<const char &>(shape), sizeof at);
    }
    bool same(const Bytes &other, std::size_t from, std::size_t size) const
    {
        return std::memcmp(at + from, other.at + from, size) == 0;
    }

    char at[sizeof(Shape)];
};

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
    ghost.color = 7;
    const std::size_t hidden = static_cast<std::size_t>(
        reinterpret_cast<char *>(&ghost.hidden) -
        reinterpret_cast<char *>(&ghost));

    //@ section: memcpy
    alignas(Shape) char room[sizeof(Shape)];
    std::memset(room, 0x55, sizeof room);  // padding that can be seen
    Shape *shape = new (room) Shape;

    const Bytes before(ghost);
    std::memcpy(static_cast<void *>(static_cast<Shape *>(&ghost)),
                static_cast<const void *>(shape), sizeof(Shape));
    const Bytes after(ghost);
    //@ end
    const Bytes source(*shape);

    std::printf("table pointer: %s\n",
                after.same(source, 0, sizeof(void *)) &&
                        !after.same(before, 0, sizeof(void *))
                    ? "Shape's" : "Ghost's");
    std::printf("color: %s\n",
                after.same(source, sizeof(void *), sizeof(int)) &&
                        !after.same(before, sizeof(void *), sizeof(int))
                    ? "Shape's" : "Ghost's");
    std::printf("hidden: %s\n",
                after.same(before, hidden, 1) ? "kept" : "overwritten");
    shape->~Shape();
}

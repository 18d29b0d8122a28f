//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ output:
//| Plain is moved
//| WithDestructor is copied
//| WithFive is moved
#include <cstdio>
#include <utility>

//@ section: part
// Says whether it was copied or moved.
struct Part {
    Part() = default;
    Part(const Part &) { std::puts("copied"); }
    Part(Part &&) noexcept { std::puts("moved"); }
    Part &operator=(const Part &) = default;
    Part &operator=(Part &&) = default;
};
//@ end

//@ section: classes
struct Plain {
    Part part;
};

struct WithDestructor {
    virtual ~WithDestructor() = default;

    Part part;
};

struct WithFive {
    WithFive() = default;
    virtual ~WithFive() = default;
    WithFive(const WithFive &) = default;
    WithFive(WithFive &&) = default;
    WithFive &operator=(const WithFive &) = default;
    WithFive &operator=(WithFive &&) = default;

    Part part;
};
//@ end

template <typename T> void try_it(const char *name)
{
    T from;

    std::printf("%s is ", name);
    T to = std::move(from);
    (void)to;
}

int main()
{
    //@ section: try
    try_it<Plain>("Plain");
    try_it<WithDestructor>("WithDestructor");
    try_it<WithFive>("WithFive");
    //@ end
}

//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ output: 1: d1=555 d2=201, its copy 1: d1=555 d2=201
#include <cstdio>

//@ section: classes
struct C {
    explicit C(int number) : id(number), d1(100 + number) {}

    int id, d1;
};

struct D : C {
    explicit D(int number) : C(number), d2(200 + number) {}
    D(const D &other) : C(other), d2(other.d2) {}

    int d2;
};

int main()
{
    D first(1);
    first.d1 = 555;

    D copy = first;
    std::printf("%d: d1=%d d2=%d, ", first.id, first.d1, first.d2);
    std::printf("its copy %d: d1=%d d2=%d\n", copy.id, copy.d1, copy.d2);
}
//@ end

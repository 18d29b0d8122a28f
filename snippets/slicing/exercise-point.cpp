//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| point 3 4
#include <cstdio>

//@ section: record
struct Point {
    int x;
    int y;
};

struct Pixel : Point {
    unsigned color;
};

void print(Point point)
{
    std::printf("point %d %d\n", point.x, point.y);
}

int main()
{
    Pixel pixel{{3, 4}, 0xff0000};

    print(pixel);  //~[clang-tidy] warning: discards 4 bytes of state [cppcoreguidelines-slicing]
}
//@ end

//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
#include <array>
#include <type_traits>

//@ section: using
using handler = void(int);

auto install(int number, handler *now) -> handler *;
auto corners() -> int (*)[4];
std::array<int, 4> copied_corners();

static_assert(std::is_same_v<handler *(int, handler *),
                             decltype(install)>);
static_assert(std::is_same_v<int (*())[4], decltype(corners)>);
//@ end

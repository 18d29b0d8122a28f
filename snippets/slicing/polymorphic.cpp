//@ do: compile
//@ std: c++26
//@ compilers: clang++-19
//@ section: whole
#include <memory>

struct Shape;

std::polymorphic<Shape> *shape;  //~ error: 'polymorphic'
//@ end

//@ do: compile
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra
#include <exception>

void load();

const char *late()
{
    const char *message = nullptr;
    //@ section: handlers
    try {
        load();
    }
    catch (...) {                           //~ error: last
        message = "something unknown";
    }
    catch (const std::exception &e) {
        message = e.what();
    }
    //@ end
    return message;
}

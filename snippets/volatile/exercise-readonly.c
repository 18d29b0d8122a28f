//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
#include <stdint.h>

//@ section: clock
extern const volatile uint32_t ticks;
extern volatile uint32_t *const port;

uint32_t step(void)
{
    uint32_t before = ticks;

    *port = before;
    ticks = 0;              //~[gcc] error: read-only
    //~[clang*] error: const-qualified
    port = 0;               //~[gcc] error: read-only
    //~[clang*] error: const-qualified
    return ticks - before;
}
//@ end

//@ do: compile
//@ std: c23
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
//@ section: places
[[nodiscard]] int first(void);
int second [[nodiscard]] (void);
int [[nodiscard]] third(void);
//~[gcc] warning: [-Wattributes]
//~[clang*] error: cannot be applied to types

void calls(void)
{
    first();  //~ warning: [-Wunused-result]
    second();  //~ warning: [-Wunused-result]
    third();
}
//@ end

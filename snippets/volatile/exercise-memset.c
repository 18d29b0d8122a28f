//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
#include <stddef.h>
#include <stdint.h>
#include <string.h>

//@ section: memset
volatile uint32_t mailbox[4];

void clear(void)
{
    memset(mailbox, 0, sizeof mailbox);  //~[gcc] warning: [-Wdiscarded-qualifiers]
    //~[clang*] warning: [-Wincompatible-pointer-types-discards-qualifiers]
}
//@ end

//@ section: loop
void clear_each(void)
{
    for (size_t i = 0; i < 4; i++) {
        mailbox[i] = 0;
    }
}
//@ end

//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| write data: 65
//| last is 65
#include "device/device.h"

//@ section: chain
uint32_t last;

void chain(volatile struct uart *uart)
{
    last = uart->data = 'A';
}
//@ end

int main(void)
{
    chain(device_open(NULL));
    printf("last is %u\n", (unsigned)last);
    return 0;
}

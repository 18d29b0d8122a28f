//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -fno-inline
//@ record: assembly
//@ output:
//| write start: 1
//|   the device sends 11
//| write start: 1
//|   the device sends 22
//@ output[-O2]:
//| write start: 1
//|   the device sends 0
//| write start: 1
//|   the device sends 22
#include "device/device.h"

static uint32_t buffer;

//@ section: send
void send_two(volatile struct uart *uart,
              uint32_t first, uint32_t second)
{
    buffer = first;
    uart->start = 1;
    buffer = second;
    uart->start = 1;
}
//@ end

int main(void)
{
    send_two(device_open(&buffer), 11, 22);
    return 0;
}

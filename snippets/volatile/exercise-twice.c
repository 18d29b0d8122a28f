//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| read  status: 0
//| read  status: 0
//| read  status: 1
//| read  status: 0
//| write data: 0
//| read  status: 0
//| read  status: 1
//| write data: 1
#include "device/device.h"

//@ section: twice
void report(volatile struct uart *uart)
{
    while (uart->status == 0) {
    }
    uart->data = uart->status;
}
//@ end

//@ section: once
void report_kept(volatile struct uart *uart)
{
    uint32_t status;

    do {
        status = uart->status;
    } while (status == 0);
    uart->data = status;
}
//@ end

int main(void)
{
    struct uart *uart = device_open(NULL);

    report(uart);
    report_kept(uart);
    return 0;
}

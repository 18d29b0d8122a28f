//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| read  status: 0
//| read  status: 0
//| read  status: 1
//| write data: 72
//| read  status: 0
//| read  status: 0
//| read  status: 1
//| write data: 105
//@ hangs[gcc|clang -O2]: 1s
//@ output[clang-19 -O2]:
//| write data: 105
#include "device/device.h"

//@ section: send
void send_hi(struct uart *uart)
{
    while (uart->status == 0) {
    }
    uart->data = 'H';
    while (uart->status == 0) {
    }
    uart->data = 'i';
}
//@ end

int main(void)
{
    send_hi(device_open(NULL));
    return 0;
}

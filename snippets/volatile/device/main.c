#include "device.h"

//@ section: send
void send_hi(volatile struct uart *uart)
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

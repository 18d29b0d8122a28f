//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ scan-assembler-not[-O2]: fence|lock|call\s+atomic
//@ output:
//| write start: 1
//|   the device sends 11
//| write start: 1
//|   the device sends 22
#include "device/device.h"
#include <stdatomic.h>

static uint32_t buffer;

//@ section: send
static void start(volatile struct uart *uart)
{
    atomic_signal_fence(memory_order_seq_cst);
    uart->start = 1;
    atomic_signal_fence(memory_order_seq_cst);
}

void send_two(volatile struct uart *uart,
              uint32_t first, uint32_t second)
{
    buffer = first;
    start(uart);
    buffer = second;
    start(uart);
}
//@ end

int main(void)
{
    send_two(device_open(&buffer), 11, 22);
    return 0;
}

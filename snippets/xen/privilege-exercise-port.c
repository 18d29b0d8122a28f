//@ do: run
//@ std: c11
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| 0x0071: A[14] = 0x02
//| 0x0cf8: A[415] = 0x01
//| 0xffff: B[4095] = 0x80
//| ports that exit: 3
#include <stdint.h>
#include <stdio.h>

//@ section: map
enum { PAGE = 4096 };

static uint8_t map_a[PAGE], map_b[PAGE]; /* ports 0 to 0x7fff, and the rest */

static uint8_t *byte_of(uint16_t port)
{
    return (port < 0x8000 ? map_a : map_b) + (port & 0x7fff) / 8;
}

static void intercept(uint16_t port)
{
    *byte_of(port) |= (uint8_t)(1u << port % 8);
}

static int exits(uint16_t port)
{
    return *byte_of(port) >> port % 8 & 1;
}
//@ end

int main(void)
{
    intercept(0x71);
    intercept(0xcf8);
    intercept(0xffff);
    printf("0x0071: A[%td] = 0x%02x\n", byte_of(0x71) - map_a, *byte_of(0x71));
    printf("0x0cf8: A[%td] = 0x%02x\n", byte_of(0xcf8) - map_a, *byte_of(0xcf8));
    printf("0xffff: B[%td] = 0x%02x\n", byte_of(0xffff) - map_b, *byte_of(0xffff));
    int sum = 0;
    for (long port = 0; port <= 0xffff; port++)
        sum += exits((uint16_t)port);
    printf("ports that exit: %d\n", sum);
}

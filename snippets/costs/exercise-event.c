//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output: 48 bytes each, 48 lines
#include <stdint.h>
#include <stdio.h>

//@ section: event
struct event {
    char state;
    long long time;
    short kind;
    double value;
    int key;
    char text[6];
};
//@ end

_Alignas(64) static struct event events[64];

int main(void)
{
    uintptr_t last = 0;
    int lines = 0;

    for (int i = 0; i < 64; i++) {
        // The search reads these two of every event.
        uintptr_t time = (uintptr_t)&events[i].time / 64;
        uintptr_t key = (uintptr_t)&events[i].key / 64;
        lines += time != last;
        lines += key != time;
        last = key;
    }
    printf("%zu bytes each, %d lines\n", sizeof *events, lines);
    return 0;
}

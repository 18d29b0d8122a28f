//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ sanitize: address undefined
//@ output:
//| plain:    entry 0x000000000004a060, present 0, frame 0x4a
//| inverted: entry 0x000ffffffffb5060, present 0, frame 0xffffffffb5
#include <inttypes.h>
#include <stdio.h>

#define FRAME_BITS UINT64_C(0x000ffffffffff000)  // bits 12 to 51
#define PRESENT UINT64_C(1)

//@ section: entries
// A page is away, on the disk. The entry may hold anything but PRESENT,
// so the kernel notes the place on the disk where a frame would be.
// (0x60 stands for the kernel's other notes.)
static uint64_t plain(uint64_t place)
{
    return (place << 12 & FRAME_BITS) | 0x60;
}

static uint64_t inverted(uint64_t place)
{
    return (~place << 12 & FRAME_BITS) | 0x60;
}

static uint64_t frame_of(uint64_t entry)
{
    return (entry & FRAME_BITS) >> 12;
}
//@ end

static void show(const char *title, uint64_t entry)
{
    printf("%s entry 0x%016" PRIx64 ", present %d, frame 0x%" PRIx64 "\n",
           title, entry, (int)(entry & PRESENT), frame_of(entry));
}

int main(void)
{
    //@ section: show
    show("plain:   ", plain(0x4a));
    show("inverted:", inverted(0x4a));
    //@ end
    return 0;
}

//@ do: run
//@ std: gnu17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| == on the old machine
//| frame 0: machine 0x51
//| frame 1: machine 0x17
//| frame 2: machine 0x70
//| frame 3: machine 0x2c, the table
//| entries   0x17 rw  0x70 r-  -
//| == in the stream
//| entries   0x01 rw  0x02 r-  -
//| == on the new machine
//| frame 0: machine 0x08
//| frame 1: machine 0x44
//| frame 2: machine 0x45
//| frame 3: machine 0x6a, the table
//| entries   0x44 rw  0x45 r-  -
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdint.h>
#include <stdio.h>
#include <xen/xen.h>

#define PRESENT 1u
enum { FRAMES = 4, TABLE = 3, SLOTS = 3, MACHINE = 0x80 };

// A machine says which machine frame is behind each guest frame, and the other way round.
struct machine {
    xen_pfn_t of_guest[FRAMES];
    xen_pfn_t of_machine[MACHINE];
};

static struct machine old_machine = {.of_guest = {0x51, 0x17, 0x70, 0x2c}};
static struct machine new_machine = {.of_guest = {0x08, 0x44, 0x45, 0x6a}};

static uint64_t table[SLOTS] = {0x17 * 4096 + 3, 0x70 * 4096 + PRESENT, 0};

//@ section: rewrite
// Before it goes into the stream: from machine frames to the guest's own.
static uint64_t to_guest(const struct machine *from, uint64_t entry)
{
    if (!(entry & PRESENT))
        return entry;
    return from->of_machine[entry / 4096] * 4096 | entry % 4096;
}

// And on the other machine: from the guest's frames to the frames there.
static uint64_t to_machine(const struct machine *to, uint64_t entry)
{
    if (!(entry & PRESENT))
        return entry;
    return to->of_guest[entry / 4096] * 4096 | entry % 4096;
}
//@ end

static void count_back(struct machine *machine)
{
    for (int i = 0; i < MACHINE; i++)
        machine->of_machine[i] = ~(xen_pfn_t)0;
    for (int i = 0; i < FRAMES; i++)
        machine->of_machine[machine->of_guest[i]] = (xen_pfn_t)i;
}

static void show_table(const char *what)
{
    printf("%s", what);
    for (int slot = 0; slot < SLOTS; slot++)
        if (table[slot] & PRESENT)
            printf("  0x%02x %s", (unsigned)(table[slot] / 4096), table[slot] & 2 ? "rw" : "r-");
        else
            printf("  -");
    putchar('\n');
}

static void show_machine(const struct machine *machine)
{
    for (int frame = 0; frame < FRAMES; frame++)
        printf("frame %d: machine 0x%02x%s\n", frame, (unsigned)machine->of_guest[frame],
               frame == TABLE ? ", the table" : "");
}

int main(void)
{
    count_back(&old_machine);
    count_back(&new_machine);
    puts("== on the old machine");
    show_machine(&old_machine);
    show_table("entries ");
    for (int slot = 0; slot < SLOTS; slot++)
        table[slot] = to_guest(&old_machine, table[slot]);
    puts("== in the stream");
    show_table("entries ");
    for (int slot = 0; slot < SLOTS; slot++)
        table[slot] = to_machine(&new_machine, table[slot]);
    puts("== on the new machine");
    show_machine(&new_machine);
    show_table("entries ");
    return 0;
}
